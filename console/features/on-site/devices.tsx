/** The paired devices: what each has done at this event, when it was last heard of, and how to take its right back. */
import { App, Button, Table } from 'antd';
import { type ReactElement, Suspense, useState } from 'react';
import type { LiveScans } from '../../../domain/check-in/live';
import { consoleWords } from '../../../words/console';
import { momentText } from '../../../words/console/dates';
import { onSiteWords } from '../../../words/console/on-site';
import { DOOR_API } from '../../api-door';
import { now } from '../../clock';
import type { EventLine, PairedDeviceRow } from '../../net/answers';
import { refusalOf } from '../../net/refusal';
import { useOrganisation } from '../../session/organisation';
import { useAct } from '../../session/use-act';
import { useAsk } from '../../session/use-ask';
import { Failed, Nothing } from '../../ui/page';
import { RefusalAlert } from '../../ui/refusal-alert';
import { lazily } from '../../ui/lazily';

const words = onSiteWords.devices;

const PairDialog = lazily(async () => (await import('./pair-dialog')).PairDialog);

interface DevicesProps {
  readonly live: LiveScans | undefined;
  readonly events: readonly EventLine[];
  readonly chosen: string;
}

const stateOf = ({ revokedAt, erased }: PairedDeviceRow): string =>
  revokedAt === null ? words.active : erased ? words.erased : words.revoked;

export function Devices({ live, events, chosen }: DevicesProps): ReactElement {
  const { id: org } = useOrganisation();
  const list = useAsk(DOOR_API.devices, { params: { org } }, { everyMs: 10_000 });
  const { act, busy, refusal } = useAct();
  const { message, modal } = App.useApp();
  const [pairing, setPairing] = useState(false);
  const rows = list.data?.devices ?? [];

  const confirmRevoke = (title: string, content: string, revoke: () => Promise<boolean>): void => {
    modal.confirm({
      title,
      content,
      okText: words.revoke,
      okButtonProps: { danger: true },
      cancelText: consoleWords.do.cancel,
      onOk: async () => {
        if (await revoke()) void message.success(words.done);
      },
    });
  };
  const revokeOne = ({ id, name }: PairedDeviceRow): void => {
    confirmRevoke(words.revokeTitle(name), words.revokeText, async () => {
      const answer = await act(DOOR_API.revokeDevice, { params: { org, id } });
      return answer?.ok === true;
    });
  };
  const revokeAll = (): void => {
    confirmRevoke(words.revokeAllTitle, `${words.revokeText}${words.revokeAllText}`, async () => {
      const answer = await act(DOOR_API.revokeDevices, { params: { org } });
      return answer?.ok === true;
    });
  };
  async function agree({ id }: PairedDeviceRow): Promise<void> {
    const answer = await act(DOOR_API.agreeToDevice, { params: { org, id } });
    if (answer?.ok === true) void message.success(words.agreed(answer.value.accepted));
  }

  if (list.isError && list.data === undefined) {
    return <Failed refusal={refusalOf(list.error)} onRetry={() => void list.refetch()} />;
  }
  return (
    <section className="card stack stack--tight" aria-label={words.title}>
      <h2 className="card__title">{words.title}</h2>
      <p className="quiet">{words.text}</p>
      <div className="acts">
        <Button
          type="primary"
          onClick={() => {
            setPairing(true);
          }}
        >
          {onSiteWords.pairing.open}
        </Button>
        <Button danger disabled={rows.every(({ revokedAt }) => revokedAt !== null)} onClick={revokeAll}>
          {words.revokeAll}
        </Button>
      </div>
      <RefusalAlert refusal={refusal} />
      <Table<PairedDeviceRow>
        className="table"
        rowKey="id"
        size="middle"
        dataSource={[...rows]}
        loading={list.isLoading}
        scroll={{ x: 820 }}
        pagination={false}
        locale={{ emptyText: list.data === undefined ? ' ' : <Nothing text={words.empty} /> }}
        columns={[
          { title: words.name, key: 'name', dataIndex: 'name' },
          {
            title: words.events,
            key: 'events',
            render: (_, { events: own }) => own.map(({ title }) => title).join('、'),
          },
          {
            title: words.attended,
            key: 'attended',
            className: 'figures',
            render: (_, { id }) => onSiteWords.people(live?.devices.find((each) => each.id === id)?.attended ?? 0),
          },
          {
            title: words.contact,
            key: 'contact',
            className: 'figures',
            render: (_, { lastContactAt }) => momentText(lastContactAt, now()) || words.never,
          },
          {
            title: words.unsent,
            key: 'unsent',
            className: 'figures',
            render: (_, { unsent }) => (unsent === null ? words.none : words.count(unsent)),
          },
          { title: words.state, key: 'state', render: (_, device) => stateOf(device) },
          {
            title: words.acts,
            key: 'acts',
            width: 150,
            render: (_, device) => (
              <>
                {device.apart > 0 ? (
                  <Button
                    size="small"
                    loading={busy}
                    aria-label={words.agreeOf(device.name)}
                    onClick={() => void agree(device)}
                  >
                    {words.agree(device.apart)}
                  </Button>
                ) : null}
                {device.revokedAt === null ? (
                  <Button
                    type="link"
                    size="small"
                    danger
                    aria-label={words.revokeOf(device.name)}
                    onClick={() => {
                      revokeOne(device);
                    }}
                  >
                    {words.revoke}
                  </Button>
                ) : null}
              </>
            ),
          },
        ]}
      />
      {pairing ? (
        <Suspense>
          <PairDialog
            events={events}
            chosen={chosen}
            onClose={() => {
              setPairing(false);
              void list.refetch();
            }}
          />
        </Suspense>
      ) : null}
    </section>
  );
}
