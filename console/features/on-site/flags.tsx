/** Scans that let somebody in and leave a doubt; an editor accepts each, or voids it with a word. */
import { App, Button, Input, Modal, Table } from 'antd';
import { type ReactElement, useState } from 'react';
import type { LiveScans } from '../../../domain/check-in/live';
import { momentText } from '../../../words/console/dates';
import { onSiteWords } from '../../../words/console/on-site';
import { DOOR_API } from '../../api-door';
import { now } from '../../clock';
import { may, useOrganisation } from '../../session/organisation';
import { useAct } from '../../session/use-act';
import { Field } from '../../ui/field';
import { Nothing } from '../../ui/page';
import { RefusalAlert } from '../../ui/refusal-alert';
import { useReturnFocus } from '../../ui/use-return-focus';

const words = onSiteWords.flags;
type Flagged = LiveScans['flags'][number];

const whyOf = ({ flags }: Flagged): string => flags.map((flag) => words.reasons[flag] ?? flag).join('、');

interface VoidDialogProps {
  readonly busy: boolean;
  readonly onVoid: (word: string) => void;
  readonly onClose: () => void;
}

function VoidDialog({ busy, onVoid, onClose }: VoidDialogProps): ReactElement {
  useReturnFocus();
  const [word, setWord] = useState('');
  const [tried, setTried] = useState(false);
  return (
    <Modal
      open
      title={words.voidTitle}
      onCancel={onClose}
      footer={
        <Button
          danger
          loading={busy}
          onClick={() => {
            setTried(true);
            if (word.trim() !== '') onVoid(word.trim());
          }}
        >
          {words.void}
        </Button>
      }
    >
      <Field
        label={words.word}
        hint={words.wordHint}
        problem={tried && word.trim() === '' ? words.wordRequired : undefined}
      >
        {(aria) => (
          <Input.TextArea
            {...aria}
            autoFocus
            maxLength={200}
            value={word}
            onChange={({ target }) => {
              setWord(target.value);
            }}
          />
        )}
      </Field>
    </Modal>
  );
}

export function Flags({ live }: { readonly live: LiveScans }): ReactElement {
  const organisation = useOrganisation();
  const { act, busy, refusal } = useAct();
  const { message } = App.useApp();
  const [voiding, setVoiding] = useState<Flagged | null>(null);
  const maySettle = may(organisation, 'scan:settle');

  async function settle({ scan }: Flagged, decision: 'accept' | 'void', word = ''): Promise<void> {
    const params = { org: organisation.id, id: live.event.id, scan };
    const answer = await act(DOOR_API.settleScan, { params, body: { decision, word } });
    if (answer?.ok !== true) return;
    setVoiding(null);
    void message.success(words.settled);
  }

  return (
    <section className="card stack stack--tight" aria-label={words.title}>
      <h2 className="card__title">{words.title}</h2>
      <p className="quiet">{words.text}</p>
      <RefusalAlert refusal={refusal} />
      <Table<Flagged>
        className="table"
        rowKey="scan"
        size="middle"
        dataSource={[...live.flags]}
        scroll={{ x: 720 }}
        pagination={live.flags.length > 20 ? { pageSize: 20 } : false}
        locale={{ emptyText: <Nothing text={words.empty} /> }}
        columns={[
          { title: words.at, key: 'at', className: 'figures', render: (_, { at }) => momentText(at, now()) },
          { title: words.device, key: 'device', render: (_, { device }) => device ?? words.desk },
          {
            title: words.seats,
            key: 'seats',
            className: 'figures',
            render: (_, { seats }) => onSiteWords.people(seats),
          },
          { title: words.why, key: 'why', render: (_, flagged) => whyOf(flagged) },
          {
            title: words.acts,
            key: 'acts',
            width: 170,
            render: (_, flagged) => {
              const { settlement } = flagged;
              if (settlement !== null) {
                return settlement.decision === 'accept' ? words.accepted : `${words.voided}：${settlement.word}`;
              }
              if (!maySettle) return null;
              return (
                <>
                  <Button
                    size="small"
                    loading={busy}
                    aria-label={words.acceptOf(whyOf(flagged))}
                    onClick={() => void settle(flagged, 'accept')}
                  >
                    {words.accept}
                  </Button>{' '}
                  <Button
                    size="small"
                    danger
                    aria-label={words.voidOf(whyOf(flagged))}
                    onClick={() => {
                      setVoiding(flagged);
                    }}
                  >
                    {words.void}
                  </Button>
                </>
              );
            },
          },
        ]}
      />
      {voiding === null ? null : (
        <VoidDialog
          busy={busy}
          onVoid={(word) => void settle(voiding, 'void', word)}
          onClose={() => {
            setVoiding(null);
          }}
        />
      )}
    </section>
  );
}
