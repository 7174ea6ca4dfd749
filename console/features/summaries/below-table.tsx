import { Button } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import { dayOf } from '../../../domain/time/time';
import { dayText, momentText } from '../../../words/console/dates';
import { belowSummaryWords as words, versionWords } from '../../../words/console/summary';
import { LATE, SUMMARY_STATE_NAMES } from '../../../words/summary';
import { now } from '../../clock';
import type { SummaryBelow } from '../../net/answers';
import { Nothing } from '../../ui/page';

interface BelowTableProps {
  readonly organisations: readonly SummaryBelow[];
  /** Absent: one may look, and decide nothing. */
  readonly acts?: {
    readonly onReceived: (organisation: SummaryBelow) => void;
    readonly onUnreceive: (organisation: SummaryBelow) => void;
  };
  readonly onOpen: (id: string) => void;
}

const TONES = { draft: 'grey', submitted: 'gold', accepted: 'pine', returned: 'red' } as const;
const HASH_SHOWN = 12;

/** How it is with one: paper ends the matter as an acceptance does. */
function State({ hasAccount, state, received }: SummaryBelow): ReactElement {
  if (received !== null)
    return <span className="tag tag--pine">{words.receivedOn(dayText(received.on, dayOf(now())))}</span>;
  if (state === null) return <span className="quiet">{hasAccount ? words.notBegun : words.noAccount}</span>;
  return <span className={`tag tag--${TONES[state]}`}>{SUMMARY_STATE_NAMES[state]}</span>;
}

function Submitted({ submittedAt, version, late }: NonNullable<SummaryBelow['last']>): ReactElement {
  return (
    <>
      {momentText(submittedAt, now())}
      <div className="quiet">
        {versionWords.version(version)}
        {late ? ` · ${LATE}` : ''}
      </div>
    </>
  );
}

const isHere = ({ state }: SummaryBelow): boolean => state === 'submitted' || state === 'accepted';

/** All below in the order of the region codes: nobody is ranked (rule F5). */
export function BelowTable({ organisations, acts, onOpen }: BelowTableProps): ReactElement {
  const { columns } = words;
  const actsOf = (row: SummaryBelow): ReactNode => (
    <>
      {row.last === null ? null : (
        <Button
          type="link"
          size="small"
          aria-label={words.openOf(row.name)}
          onClick={() => {
            onOpen(row.id);
          }}
        >
          {words.open}
        </Button>
      )}
      {acts === undefined || isHere(row) || row.received !== null ? null : (
        <Button
          type="link"
          size="small"
          aria-label={words.receivedOf(row.name)}
          onClick={() => {
            acts.onReceived(row);
          }}
        >
          {words.received}
        </Button>
      )}
      {acts === undefined || row.received === null ? null : (
        <Button
          type="link"
          size="small"
          aria-label={words.unreceiveOf(row.name)}
          onClick={() => {
            acts.onUnreceive(row);
          }}
        >
          {words.unreceive}
        </Button>
      )}
    </>
  );
  if (organisations.length === 0) return <Nothing text={words.empty} />;
  return (
    <div className="scroll" tabIndex={0} role="group" aria-label={words.title}>
      <table className="figure-table figure-table--words">
        <thead>
          <tr>
            {Object.entries(columns).map(([name, title]) => (
              <th key={name} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {organisations.map((row) => (
            <tr key={row.id}>
              <th scope="row">{row.name}</th>
              <td>
                <State {...row} />
              </td>
              <td>{row.last === null ? null : <Submitted {...row.last} />}</td>
              <td>
                {row.last === null ? null : (
                  <span className="hash" title={row.last.hash}>
                    {row.last.hash.slice(0, HASH_SHOWN)}
                  </span>
                )}
              </td>
              <td>{actsOf(row)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
