import { Alert, Drawer } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import { consoleWords } from '../../../words/console';
import { momentText } from '../../../words/console/dates';
import { formFields, personWords as words, rosterWords } from '../../../words/console/roster';
import { API } from '../../api';
import { now } from '../../clock';
import { refusalOf } from '../../net/refusal';
import { useOrganisation } from '../../session/organisation';
import { useAsk } from '../../session/use-ask';
import { Facts } from '../../ui/facts';
import { Failed, Loading } from '../../ui/page';
import { useReturnFocus } from '../../ui/use-return-focus';

interface PersonPanelProps {
  readonly event: string;
  readonly signUp: string;
  readonly onClose: () => void;
}

function valueOf(value: unknown): ReactNode {
  if (Array.isArray(value)) {
    return value.map((each, index) => <div key={index}>{valueOf(each)}</div>);
  }
  if (typeof value === 'object' && value !== null) return Object.values(value).map(String).join('，');
  return value === null || value === undefined ? '' : JSON.stringify(value).replace(/^"|"$/g, '');
}

/** One person in full: asked for once, because each asking is an act in the log. */
export function PersonPanel({ event, signUp, onClose }: PersonPanelProps): ReactElement {
  useReturnFocus();
  const { id: org } = useOrganisation();
  const person = useAsk(API.person, { params: { org, id: event, signUp } }, { once: true });
  return (
    <Drawer open size={440} onClose={onClose} title={words.title} closable={{ 'aria-label': consoleWords.do.close }}>
      {person.isPending ? <Loading /> : null}
      {person.isError ? <Failed refusal={refusalOf(person.error)} onRetry={() => void person.refetch()} /> : null}
      {person.data === undefined ? null : (
        <div className="stack">
          <Facts
            facts={[
              [words.state, rosterWords.states[person.data.state]],
              [words.ticket, person.data.ticket],
              [words.seats, person.data.seats],
              [words.at, momentText(person.data.signedUpAt, now())],
              ...Object.entries(person.data.form?.values ?? {}).map(
                ([name, value]) => [formFields[name] ?? name, valueOf(value)] as const,
              ),
            ]}
          />
          <Alert type="info" showIcon role="note" title={words.audited} />
        </div>
      )}
    </Drawer>
  );
}
