/** The invitation to an event: its title, when and where it is, and the way to it, in one of the card designs. */
import { useMemo, useState } from 'react';
import type { TimedEvent } from '../../../domain/event/agenda';
import type { Design } from '../../../domain/slogan/card-scene';
import { titleLines } from '../../../domain/text/line-wrap';
import { dayOf } from '../../../domain/time/time';
import { placeWords } from '../../../words/present-event';
import { sloganCards, t } from '../../../words/strings';
import { spanWords } from '../../../words/when';
import { webLink } from '../../platform/share';
import { useReplica } from '../../sync/replica';
import type { CardContent } from './drawing/sheet';
import { codeOf, isDesign } from './use-cards';
import type { KeptCard } from './use-card-acts';

/** Room of the title in an invitation, in units of the drawing: rows across the sheet, columns beside the seal. */
const ROWS = { across: 292, down: 200, leading: 1.45 };
const COLUMNS = { across: 150, down: 470, spacing: 1.14, gap: 1.8 };

function linesFor(title: string, design: Design): readonly string[] {
  if (design === 'light') {
    return titleLines(title, (lines, longest) =>
      Math.min(COLUMNS.down / (longest * COLUMNS.spacing), COLUMNS.across / (1 + (lines - 1) * COLUMNS.gap)),
    );
  }
  return titleLines(title, (lines, longest) => Math.min(ROWS.across / longest, ROWS.down / (lines * ROWS.leading)));
}

export interface Invitation extends KeptCard {
  readonly choose: (design: Design) => void;
}

/** `now`: epoch ms. `start`: the design that a link names, which may be none. */
export function useInvitation(timed: TimedEvent, start: string | undefined, now: number): Invitation {
  const { event, startsAt, endsAt } = timed;
  const place = placeWords(timed);
  const [design, choose] = useState<Design>(isDesign(start) ? start : 'solemn');
  const webAddress = useReplica((state) => state.replica.campaign?.deployment?.webAddress);
  const year = Number(event.startsAt.slice(0, 4));
  const address = webLink({ path: '/packages/event/index', query: { id: event.id } }, webAddress);
  const today = dayOf(now);
  const content = useMemo((): CardContent => {
    const when = spanWords(startsAt, endsAt, today);
    return {
      text: linesFor(event.title, design),
      label: sloganCards.invite.label,
      name: t.month.name(year),
      year,
      details: [when, place],
      code: { matrix: codeOf(address), hint: sloganCards.invite.hint },
    };
  }, [event, startsAt, endsAt, place, design, year, address, today]);
  return {
    content,
    design,
    format: 'invitation',
    label: sloganCards.invite.now(event.title, sloganCards.design[design]),
    fileName: `质量月-${event.id}.png`,
    text: event.title,
    address,
    choose,
  };
}
