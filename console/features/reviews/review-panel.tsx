/** What was submitted, against what citizens see; the decision is about exactly this version (rule E2). */
import { Alert, App, Drawer } from 'antd';
import { type ReactElement, useState } from 'react';
import { consoleWords } from '../../../words/console';
import { momentText } from '../../../words/console/dates';
import { eventFields } from '../../../words/console/editor';
import { eventsWords } from '../../../words/console/events';
import { reviewWords as words } from '../../../words/console/reviews';
import { API } from '../../api';
import { differencesOf } from '../../../domain/event/draft-fields';
import { Decision } from '../../blocks/decision';
import { valueText } from '../../blocks/event-diff';
import { contentOf, formOf } from '../../blocks/event-form';
import { PhonePreview } from '../../blocks/phone-preview';
import { useProgramme } from '../../blocks/use-programme';
import { now } from '../../clock';
import type { StaffEvent } from '../../net/answers';
import { refusalOf } from '../../net/refusal';
import { useOrganisation } from '../../session/organisation';
import { useAct } from '../../session/use-act';
import { useAsk } from '../../session/use-ask';
import { Failed, Loading } from '../../ui/page';
import { useReturnFocus } from '../../ui/use-return-focus';

function Comparison({
  event,
  itemName,
}: {
  readonly event: StaffEvent;
  readonly itemName: (id: unknown) => string;
}): ReactElement {
  const isNew = event.published === null;
  const changes = (isNew ? differencesOf(null, contentOf(event)) : event.changes).filter(
    ({ path }) => path !== 'campaign',
  );
  const text = (path: string, value: unknown): string => (path === 'programmeId' ? itemName(value) : valueText(value));
  if (changes.length === 0) return <p className="quiet">{words.same}</p>;
  return (
    <div className="scroll">
      <table className="compare">
        <caption>{isNew ? words.added : words.changed}</caption>
        <thead>
          <tr>
            <th scope="col">{words.field}</th>
            {isNew ? null : <th scope="col">{words.before}</th>}
            <th scope="col">{words.after}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ path, from, to }) => (
            <tr key={path}>
              <th scope="row">{eventFields[path] ?? path}</th>
              {isNew ? null : (
                <td>
                  <del>{text(path, from)}</del>
                </td>
              )}
              <td className={isNew ? '' : 'compare__chosen'}>{isNew ? text(path, to) : <ins>{text(path, to)}</ins>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface EventDecisionProps {
  readonly event: StaffEvent;
  readonly onDecided: () => void;
  readonly onChanged: () => void;
}

function EventDecision({ event, onDecided, onChanged }: EventDecisionProps): ReactElement {
  const { id: org } = useOrganisation();
  const { act, busy, refusal } = useAct();
  const { message } = App.useApp();
  const { id, rev } = event;

  async function decide(what: 'approve' | 'return', text?: string): Promise<void> {
    const endpoint = what === 'approve' ? API.approveEvent : API.returnEvent;
    const answer = await act(endpoint, {
      params: { org, id },
      body: { rev, ...(text !== undefined && { reason: text }) },
    });
    if (answer === null) return;
    if (answer.ok) {
      void message.success(what === 'approve' ? words.approved : words.returned);
      onDecided();
    } else if (answer.refusal.code === 'event-changed') onChanged();
  }

  return (
    <Decision
      words={words}
      busy={busy}
      refusal={refusal?.code === 'event-changed' ? null : refusal}
      onApprove={() => void decide('approve')}
      onReturn={(reason) => void decide('return', reason)}
    />
  );
}

export function ReviewPanel({ id, onClose }: { readonly id: string; readonly onClose: () => void }): ReactElement {
  useReturnFocus();
  const { id: org } = useOrganisation();
  // A version that comes in the background must not slip under the decision.
  const event = useAsk(API.event, { params: { org, id } }, { still: true });
  const { items = [] } = useProgramme(event.data?.campaign);
  const [hasChanged, setChanged] = useState(false);
  const shown = event.data;
  const itemName = (programme: unknown): string =>
    items.find((item) => item.id === programme)?.name ?? valueText(programme);
  return (
    <Drawer
      open
      size={920}
      onClose={onClose}
      title={words.title}
      closable={{ 'aria-label': consoleWords.do.close }}
      footer={
        shown?.state === 'submitted' ? (
          <EventDecision
            key={shown.rev}
            event={shown}
            onDecided={onClose}
            onChanged={() => {
              setChanged(true);
              void event.refetch();
            }}
          />
        ) : null
      }
    >
      {event.isPending ? <Loading /> : null}
      {event.isError ? <Failed refusal={refusalOf(event.error)} onRetry={() => void event.refetch()} /> : null}
      {shown === undefined ? null : (
        <div className="stack">
          <div>
            <h2 className="panel__title">{shown.title ?? eventsWords.untitled}</h2>
            <div className="quiet">
              {words.by(shown.organisation.name)}
              {shown.updatedAt === null ? '' : ` · ${words.at(momentText(shown.updatedAt, now()))}`}
            </div>
          </div>
          {hasChanged ? (
            <Alert
              type="warning"
              showIcon
              role="alert"
              title={shown.state === 'submitted' ? words.changedTitle : words.gone}
              description={shown.state === 'submitted' ? words.changedText : undefined}
            />
          ) : null}
          <div className="review">
            <Comparison event={shown} itemName={itemName} />
            <aside>
              <div className="quiet">{words.preview}</div>
              <PhonePreview form={formOf(shown)} item={items.find((item) => item.id === shown.programmeId)} />
            </aside>
          </div>
        </div>
      )}
    </Drawer>
  );
}
