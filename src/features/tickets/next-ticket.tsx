import type { ReactElement } from 'react';
import { groupSignUps } from '../../domain/my-sign-ups';
import { t } from '../../i18n/strings';
import { useStandings } from '../../sync/standing';
import { Section } from '../../ui/section';
import { TicketCard } from './ticket-card';

/** The next seat that this person holds, or else waits for; nothing where there is none. `now`: epoch ms. */
export function NextTicket({ now }: { readonly now: number }): ReactElement | null {
  const { upcoming, waiting } = groupSignUps(useStandings(now), now);
  const next = upcoming[0] ?? waiting[0];
  if (next === undefined) return null;
  return (
    <Section title={t.tickets.next}>
      <TicketCard mine={next} now={now} />
    </Section>
  );
}
