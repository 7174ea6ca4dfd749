import { App, Select } from 'antd';
import type { ReactElement } from 'react';
import { reviewsWords as words } from '../../../words/console/reviews';
import { API } from '../../api';
import { type Approval, APPROVALS } from '../../../domain/organisation/organisation';
import { useOrganisation } from '../../session/organisation';
import { useAct } from '../../session/use-act';
import { useAsk } from '../../session/use-ask';
import { Field } from '../../ui/field';
import { RefusalAlert } from '../../ui/refusal-alert';

/** Whether organisations below publish by themselves; only an admin changes it. */
export function ApprovalSetting(): ReactElement | null {
  const { id: org } = useOrganisation();
  const below = useAsk(API.below, { params: { org } });
  const { act, busy, refusal } = useAct();
  const { message } = App.useApp();
  if (below.data === undefined) return null;

  async function change(approval: Approval): Promise<void> {
    const answer = await act(API.settings, { params: { org }, body: { approval } });
    if (answer?.ok === true) void message.success(words.settingsSaved);
  }
  return (
    <div className="card">
      <RefusalAlert refusal={refusal} />
      <Field label={words.settings} className="field--row">
        {(aria) => (
          <Select<Approval>
            {...aria}
            className="filters__wide"
            loading={busy}
            value={below.data.approval}
            options={APPROVALS.map((value) => ({ value, label: words.approvals[value] }))}
            onChange={(value) => void change(value)}
          />
        )}
      </Field>
    </div>
  );
}
