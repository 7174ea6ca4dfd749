/** One campaign that is being made: its form, its items, the proof, and its opening (F8). */
import { Alert, App, Button } from 'antd';
import { type ReactElement, useRef, useState } from 'react';
import type { CampaignDraft, NextCampaign } from '../../../domain/campaign/next-campaign';
import { campaignsWords as words } from '../../../words/console/campaigns';
import { CAMPAIGNS_API } from '../../api-campaigns';
import type { ItemsImported } from '../../net/answers';
import { useOrganisation } from '../../session/organisation';
import { useAct } from '../../session/use-act';
import { useAsk } from '../../session/use-ask';
import { RefusalAlert } from '../../ui/refusal-alert';
import { CampaignForm, emptyCampaign } from './campaign-form';
import { Proof } from './proof';

function Items({
  id,
  count,
  onDone,
}: {
  readonly id: string;
  readonly count: number;
  readonly onDone: () => void;
}): ReactElement {
  const { id: org } = useOrganisation();
  const { act, busy, refusal } = useAct();
  const [result, setResult] = useState<ItemsImported | null>(null);
  const input = useRef<HTMLInputElement>(null);

  async function send(file: File): Promise<void> {
    const body = new FormData();
    body.append('file', file);
    const answer = await act(CAMPAIGNS_API.campaignItems, { params: { org, id }, body });
    if (answer?.ok !== true) return;
    setResult(answer.value);
    if (answer.value.findings.length === 0) onDone();
  }
  return (
    <section className="card stack">
      <h2 className="panel__title">{words.items}</h2>
      <p className="quiet">{words.itemsText}</p>
      <RefusalAlert refusal={refusal} />
      <p>{words.itemCount(count)}</p>
      <input
        ref={input}
        type="file"
        hidden
        accept=".xlsx,.csv"
        aria-label={words.chooseFile}
        onChange={({ target }) => {
          const file = target.files?.[0];
          target.value = '';
          if (file) void send(file);
        }}
      />
      <Button loading={busy} onClick={() => input.current?.click()}>
        {words.chooseFile}
      </Button>
      {result === null || result.findings.length > 0 ? null : (
        <Alert type="success" showIcon title={words.imported(result.items)} />
      )}
      {result === null || result.findings.length === 0 ? null : (
        <>
          <Alert type="error" showIcon role="alert" title={words.faults} />
          <ul className="bullets">
            {result.findings.map(({ row, column, code, value }) => (
              <li key={`${row} ${column} ${code}`}>{words.fault(row, column, words.codes[code] ?? code, value)}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

interface CampaignEditorProps {
  readonly id: string;
  readonly isNew: boolean;
  readonly onOpened: () => void;
}

export function CampaignEditor({ id, isNew, onOpened }: CampaignEditorProps): ReactElement | null {
  const { id: org, region } = useOrganisation();
  const { message, modal } = App.useApp();
  const { act, busy, refusal } = useAct();
  const [isSaved, setIsSaved] = useState(false);
  const stored = useAsk(CAMPAIGNS_API.campaignDraft, { params: { org, id } }, { enabled: !isNew || isSaved });
  const [saved, setSaved] = useState<CampaignDraft | null>(null);
  const draft = stored.data ?? saved;
  if (!isNew && draft === null) return null;

  async function save(body: NextCampaign): Promise<void> {
    const answer = await act(CAMPAIGNS_API.saveCampaign, { params: { org, id }, body });
    if (answer?.ok !== true) return;
    setSaved(answer.value);
    setIsSaved(true);
    void message.success(words.saved);
  }
  async function open(): Promise<void> {
    const answer = await act(CAMPAIGNS_API.openCampaign, { params: { org, id }, body: {} });
    if (answer?.ok !== true) return;
    void message.success(words.opened);
    onOpened();
  }
  return (
    <div className="stack">
      <CampaignForm
        key={id}
        initial={draft?.content ?? emptyCampaign(id, region)}
        region={region}
        paragraphs={draft?.paragraphs ?? []}
        busy={busy}
        onSave={(content) => void save(content)}
      />
      <RefusalAlert refusal={refusal} />
      {draft === null ? null : (
        <>
          <Items id={id} count={draft.items.length} onDone={() => void stored.refetch()} />
          <section className="card stack">
            <h2 className="panel__title">{words.proof}</h2>
            <Proof differences={draft.differences} />
            <Button
              disabled={draft.differences.length > 0 || draft.items.length === 0}
              loading={busy}
              onClick={() =>
                void modal.confirm({ title: words.open, content: words.openAsk(id), okText: words.open, onOk: open })
              }
            >
              {words.open}
            </Button>
          </section>
        </>
      )}
    </div>
  );
}
