import type { ReactElement } from 'react';
import { HAND_NUMBERS } from '../../../domain/summary/summary-body';
import { belowSummaryWords as words, versionWords } from '../../../words/console/summary';
import { HAND_NUMBER_NAMES } from '../../../words/summary';
import type { SummariesBelow } from '../../net/answers';
import { Facts } from '../../ui/facts';

/** What is there added up, each version named; it never waits for the last one (rule F5). */
export function RollUp({ rollUp }: Pick<SummariesBelow, 'rollUp'>): ReactElement {
  const { contains, missing, offline, hand } = rollUp;
  return (
    <section className="card stack stack--tight" aria-label={words.rollUp}>
      <h2 className="card__title">{words.rollUp}</h2>
      <p className="quiet">{words.rollUpText}</p>
      <h3 className="card__subtitle">{words.contains(contains.length)}</h3>
      <ul className="bullets">
        {contains.map(({ organisation, name, version, accepted }) => (
          <li key={organisation}>
            {name} · {versionWords.version(version)}{' '}
            <span className="quiet">{accepted ? words.accepted1 : words.notAccepted}</span>
          </li>
        ))}
      </ul>
      {missing.length === 0 ? null : (
        <>
          <h3 className="card__subtitle">{words.missing(missing.length)}</h3>
          <ul className="bullets">
            {missing.map(({ organisation, name, why }) => (
              <li key={organisation}>
                {name} <span className="quiet">{words.why[why]}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {offline.length === 0 ? null : (
        <>
          <h3 className="card__subtitle">{words.offline(offline.length)}</h3>
          <ul className="bullets">
            {offline.map(({ organisation, name }) => (
              <li key={organisation}>{name}</li>
            ))}
          </ul>
        </>
      )}
      <h3 className="card__subtitle">{words.handSum}</h3>
      <Facts
        facts={HAND_NUMBERS.map((name) => {
          const { sum, from } = hand[name];
          return [HAND_NUMBER_NAMES[name], sum === null ? words.unknown : words.sumFrom(String(sum), from)] as const;
        })}
      />
    </section>
  );
}
