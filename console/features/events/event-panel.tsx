/** One event beside the list, and what can be done with it. */
import { Alert, App, Button, Drawer } from 'antd';
import { type ReactElement, useState } from 'react';
import { useNavigate } from 'react-router';
import { displayNameOf } from '../../../domain/region/region-names';
import { momentText, spanText } from '../../../words/console/dates';
import {
  eventDone,
  eventPanelWords as words,
  eventsWords,
  removeWords,
  suspendWords,
} from '../../../words/console/events';
import { consoleWords } from '../../../words/console';
import { API } from '../../api';
import { now } from '../../clock';
import { type StaffEvent, standingOf } from '../../net/answers';
import { refusalOf } from '../../net/refusal';
import { may, useOrganisation } from '../../session/organisation';
import { useAct } from '../../session/use-act';
import { useAsk } from '../../session/use-ask';
import { Facts } from '../../ui/facts';
import { Failed, Loading } from '../../ui/page';
import { RefusalAlert } from '../../ui/refusal-alert';
import { StateTag } from '../../ui/state-tag';
import { CancelDialog } from './cancel-dialog';
import { CloneDialog } from './clone-dialog';
import { SuperiorActs } from './superior-acts';
import { useReturnFocus } from '../../ui/use-return-focus';

interface EventPanelProps {
  readonly id: string;
  readonly onClose: () => void;
}

const venueText = ({ name = '', address }: NonNullable<StaffEvent['venue']>): string =>
  address === undefined ? name : `${name}（${address}）`;

function EventFacts({ event }: { readonly event: StaffEvent }): ReactElement {
  const { venue, region, signUp, counts } = event;
  const { taken = 0, waiting = 0 } = counts ?? {};
  return (
    <Facts
      facts={[
        [words.facts.time, event.startsAt ? spanText(event.startsAt, event.endsAt, now()) : eventsWords.noTime],
        [words.facts.place, venue ? venueText(venue) : words.online],
        [words.facts.region, displayNameOf(region ?? '')],
        [words.facts.seats, signUp ? words.seats(taken, signUp.capacity ?? 0, waiting) : eventsWords.noSignUp],
        [words.facts.organisation, event.organisation.name],
        [words.facts.submitted, event.state === 'submitted' ? momentText(event.updatedAt, now()) : null],
        [words.facts.returned, event.reason],
      ]}
    />
  );
}

type Dialog = 'cancel' | 'clone';

function Acts({ event, onClose }: { readonly event: StaffEvent; readonly onClose: () => void }): ReactElement {
  const { id: org } = useOrganisation();
  const { act, busy, refusal } = useAct();
  const { message, modal } = App.useApp();
  const navigate = useNavigate();
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const { id, rev, state, published } = event;
  const params = { org, id };
  const isShown = published !== null;
  const isOver = standingOf(event) === 'cancelled';

  async function withdraw(): Promise<void> {
    const answer = await act(API.withdrawEvent, { params, rev });
    if (answer?.ok === true) void message.success(eventDone.withdrawn);
  }

  async function remove(): Promise<void> {
    const answer = await act(API.removeEvent, { params, rev });
    if (answer?.ok !== true) return;
    void message.success(removeWords.done);
    onClose();
  }

  return (
    <div className="stack">
      <RefusalAlert refusal={refusal} />
      <div className="acts">
        {isOver ? null : (
          <Button type="primary" onClick={() => void navigate(`/o/${org}/events/${id}/edit`)}>
            {words.edit}
          </Button>
        )}
        {isShown ? (
          <Button onClick={() => void navigate(`/o/${org}/events/${id}/roster`)}>{words.roster}</Button>
        ) : null}
        <Button
          onClick={() => {
            setDialog('clone');
          }}
        >
          {words.clone}
        </Button>
        {state === 'submitted' ? (
          <Button loading={busy} onClick={() => void withdraw()}>
            {words.withdraw}
          </Button>
        ) : null}
        {isShown && !isOver ? (
          <Button
            danger
            onClick={() => {
              setDialog('cancel');
            }}
          >
            {words.cancel}
          </Button>
        ) : null}
        {isShown || isOver ? null : (
          <Button
            danger
            onClick={() => {
              modal.confirm({
                title: removeWords.title,
                content: removeWords.text,
                okText: removeWords.submit,
                okButtonProps: { danger: true },
                cancelText: consoleWords.do.cancel,
                onOk: remove,
              });
            }}
          >
            {words.remove}
          </Button>
        )}
      </div>
      {dialog === 'cancel' ? (
        <CancelDialog
          event={event}
          onClose={() => {
            setDialog(null);
          }}
        />
      ) : null}
      {dialog === 'clone' ? (
        <CloneDialog
          event={event}
          onClose={() => {
            setDialog(null);
          }}
        />
      ) : null}
    </div>
  );
}

export function EventPanel({ id, onClose }: EventPanelProps): ReactElement {
  useReturnFocus();
  const organisation = useOrganisation();
  const event = useAsk(API.event, { params: { org: organisation.id, id } });
  const isOwn = event.data?.organisation.id === organisation.id;
  return (
    <Drawer open size={480} onClose={onClose} title={words.title} closable={{ 'aria-label': consoleWords.do.close }}>
      {event.isPending ? <Loading /> : null}
      {event.isError ? <Failed refusal={refusalOf(event.error)} onRetry={() => void event.refetch()} /> : null}
      {event.data === undefined ? null : (
        <div className="stack">
          <div>
            <StateTag state={standingOf(event.data)} />
            <h2 className="panel__title">{event.data.title ?? eventsWords.untitled}</h2>
          </div>
          {isOwn && event.data.published?.suspended === true ? (
            <Alert type="warning" showIcon role="status" title={suspendWords.isSuspendedOwn} />
          ) : null}
          {isOwn && may(organisation, 'event:edit') ? <Acts event={event.data} onClose={onClose} /> : null}
          {!isOwn && may(organisation, 'event:approve') ? <SuperiorActs event={event.data} /> : null}
          <EventFacts event={event.data} />
          {event.data.summary ? <p className="panel__summary">{event.data.summary}</p> : null}
        </div>
      )}
    </Drawer>
  );
}
