import { Alert } from 'antd';
import type { ReactElement } from 'react';
import type { LiveScans } from '../../../domain/check-in/live';
import { momentText } from '../../../words/console/dates';
import { onSiteWords as words } from '../../../words/console/on-site';
import { now } from '../../clock';
import { Facts } from '../../ui/facts';

/** How many are in, by how they were counted; without any check 未核验, which is not 0. */
export function LiveCounts({ live }: { readonly live: LiveScans }): ReactElement {
  const { attendance, seats, rehearsed } = live;
  return (
    <section className="card stack stack--tight" aria-label={words.attended}>
      <h2 className="card__title">{words.attended}</h2>
      {attendance === null ? (
        <div>
          <strong className="numeral">{words.unchecked}</strong>
          <p className="quiet">{words.uncheckedText}</p>
        </div>
      ) : (
        <>
          <strong className="numeral" aria-live="polite">
            {words.ofSeats(attendance.total, seats)}
          </strong>
          <Facts
            facts={(['scanned', 'manual', 'walkIn', 'paper'] as const).map(
              (part) => [words.parts[part], words.people(attendance[part])] as const,
            )}
          />
        </>
      )}
      {rehearsed > 0 ? <Alert type="info" showIcon role="note" title={words.rehearsedText(rehearsed)} /> : null}
      <p className="quiet">{words.asOf(momentText(live.now, now()))}</p>
    </section>
  );
}
