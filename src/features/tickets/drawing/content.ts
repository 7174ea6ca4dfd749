import { dayOf } from '../../../../domain/time/time';
import type { MySignUp } from '../../../../domain/sign-up/my-sign-ups';
import { ticketHalves, ticketQrText } from '../../../../domain/sign-up/ticket';
import { whomLines } from '../../../../words/present-whom';
import { t, ticketPage } from '../../../../words/strings';
import { spanWords } from '../../../../words/when';

export interface TicketContent {
  readonly heading: string;
  readonly title: string;
  readonly code: string;
  readonly qr: string;
  readonly note: string;
  readonly lines: readonly { readonly name: string; readonly value: string }[];
}

/** What the picture of a ticket shows; `null` where there is no ticket. `now`: epoch ms. */
export function ticketContent({ signUp, event, startsAt, endsAt }: MySignUp, now: number): TicketContent | null {
  const { ticket } = signUp;
  if (ticket === undefined) return null;
  const words = ticketPage;
  const { venue } = event;
  return {
    heading: `${t.app.name} · ${words.title}`,
    title: event.title,
    code: ticketHalves(ticket).join(' '),
    qr: ticketQrText(ticket),
    note: words.pictureNote,
    lines: [
      { name: words.time, value: spanWords(startsAt, endsAt, dayOf(now)) },
      { name: words.place, value: venue === null ? event.regionName : `${venue.name} ${venue.address}` },
      ...whomLines(signUp),
    ],
  };
}
