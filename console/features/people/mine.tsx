import { App, Button, Modal, Table } from 'antd';
import { type ReactElement, useState } from 'react';
import { momentText } from '../../../words/console/dates';
import { mineWords as words } from '../../../words/console/people';
import { secondFactorWords } from '../../../words/console/sign-in';
import { API } from '../../api';
import { now } from '../../clock';
import { RecoveryCodes } from '../../blocks/recovery-codes';
import { SecondFactorForm } from '../../blocks/second-factor-form';
import type { StaffSession } from '../../net/answers';
import { refusalOf } from '../../net/refusal';
import { useAct } from '../../session/use-act';
import { useAsk } from '../../session/use-ask';
import { useSession } from '../../session/session';
import { Failed } from '../../ui/page';
import { RefusalAlert } from '../../ui/refusal-alert';
import { useReturnFocus } from '../../ui/use-return-focus';
import { Password } from './password';
import { Phones } from './phones';

function Sessions(): ReactElement {
  const list = useAsk(API.sessions);
  const { act, busy, refusal } = useAct();
  const { message } = App.useApp();
  const { columns } = words;
  if (list.isError && list.data === undefined) {
    return <Failed refusal={refusalOf(list.error)} onRetry={() => void list.refetch()} />;
  }
  async function end(id: string): Promise<void> {
    const answer = await act(API.endSession, { params: { id } });
    if (answer?.ok === true) void message.success(words.ended);
  }
  return (
    <section className="card stack stack--tight" aria-label={words.sessions}>
      <h2 className="card__title">{words.sessions}</h2>
      <p className="quiet">{words.sessionsText}</p>
      <RefusalAlert refusal={refusal} />
      <Table<StaffSession>
        rowKey="id"
        size="small"
        dataSource={list.data?.sessions ?? []}
        loading={list.isLoading}
        scroll={{ x: 600 }}
        pagination={false}
        columns={[
          { title: columns.device, key: 'device', render: (_, { device }) => (device === '' ? words.unknown : device) },
          {
            title: columns.started,
            key: 'started',
            className: 'figures',
            render: (_, { startedAt }) => momentText(startedAt, now()),
          },
          {
            title: columns.seen,
            key: 'seen',
            className: 'figures',
            render: (_, { lastSeenAt }) => momentText(lastSeenAt, now()),
          },
          {
            title: columns.acts,
            key: 'acts',
            width: 110,
            render: (_, { id, device, current }) =>
              current ? (
                <span className="quiet">{words.current}</span>
              ) : (
                <Button
                  size="small"
                  danger
                  loading={busy}
                  aria-label={words.endOf(device)}
                  onClick={() => void end(id)}
                >
                  {words.end}
                </Button>
              ),
          },
        ]}
      />
    </section>
  );
}

function FactorDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  useReturnFocus();
  const { me, setMe } = useSession();
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  return (
    <Modal
      open
      footer={null}
      mask={{ closable: false }}
      title={codes === null ? secondFactorWords.title : secondFactorWords.codesTitle}
      onCancel={onClose}
    >
      {codes === null ? (
        <SecondFactorForm
          onLater={onClose}
          onBound={(made) => {
            if (me) setMe({ ...me, secondFactor: true });
            setCodes(made);
          }}
        />
      ) : (
        <RecoveryCodes codes={codes} onSaved={onClose} />
      )}
    </Modal>
  );
}

function SecondFactor(): ReactElement {
  const { me } = useSession();
  const [binding, setBinding] = useState(false);
  const isBound = me?.secondFactor === true;
  return (
    <section className="card stack stack--tight" aria-label={words.factor}>
      <h2 className="card__title">{words.factor}</h2>
      <p>{isBound ? words.factorOn : words.factorOff}</p>
      <div>
        <Button
          onClick={() => {
            setBinding(true);
          }}
        >
          {isBound ? words.rebind : words.bind}
        </Button>
      </div>
      {binding ? (
        <FactorDialog
          onClose={() => {
            setBinding(false);
          }}
        />
      ) : null}
    </section>
  );
}

export function Mine(): ReactElement {
  return (
    <div className="stack">
      <Password />
      <SecondFactor />
      <Phones />
      <Sessions />
    </div>
  );
}
