import { View } from '@tarojs/components';
import { type ReactElement, useState } from 'react';
import { MOST_CONTACT, MOST_WHAT } from '../../../domain/report-fee/report';
import { reportForm as words } from '../../../words/strings';
import { writePending } from '../../platform/late-writing';
import { usePageLeft } from '../../platform/lifecycle';
import { goTo, switchTab } from '../../platform/navigation';
import {
  draftFor,
  keepReportDraft,
  type ReportDraft,
  sendReport,
  type SentReport,
  useReports,
} from '../../sync/reports';
import { ariaProps } from '../../ui/a11y';
import { Button } from '../../ui/button';
import { copyAndSay } from '../../ui/copy-tap';
import { LongTextField } from '../../ui/long-text-field';
import { Row } from '../../ui/row';
import { TextField } from '../../ui/text-field';

type Why = Extract<SentReport, { ok: false }>['why'];

const BANNERS: Partial<Record<Why, string>> = {
  offline: words.offline,
  failed: words.failed,
  busy: words.busy,
  gone: words.gone,
};

/** The way to 12315, which this is not. */
export function Not12315(): ReactElement {
  return (
    <View className="card report__other">
      <View className="report__other-text">{words.not12315}</View>
      <Row
        icon="phone"
        title={words.to12315}
        onTap={() => {
          goTo('/packages/complaint/index');
        }}
      />
    </View>
  );
}

function Sent({ receipt, onAnother }: { readonly receipt: string; readonly onAnother: () => void }): ReactElement {
  return (
    <View className="card report__sent" {...ariaProps({ role: 'status' })}>
      <View className="report__sent-title">{words.doneTitle}</View>
      <View className="report__receipt">{`${receipt.slice(0, 5)} ${receipt.slice(5)}`}</View>
      <View>{words.doneText}</View>
      <Button look="main" text={words.copy} onTap={() => void copyAndSay(receipt)} />
      <Button look="quiet" text={words.another} onTap={onAnother} />
    </View>
  );
}

interface ReportFormProps {
  readonly kind: ReportDraft['kind'];
  readonly event: string | null;
  /** Of the event, where this phone knows it. */
  readonly title: string | undefined;
}

/** 反映收费 on one event, or 意见反馈: kept while it is written, sent once. */
export function ReportForm({ kind, event, title }: ReportFormProps): ReactElement {
  const state = useReports();
  const [fresh] = useState(() => draftFor(state, kind, event));
  const draft = state.draft?.kind === kind && state.draft.event === event ? state.draft : fresh;
  const [why, setWhy] = useState<Why | null>(null);
  const [receipt, setReceipt] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  usePageLeft(writePending);

  if (receipt !== null) {
    return (
      <Sent
        receipt={receipt}
        onAnother={() => {
          setReceipt(null);
          keepReportDraft(draftFor({ ...state, draft: null }, kind, event));
        }}
      />
    );
  }
  if (kind === 'fee' && event === null) {
    return (
      <View className="card report__other">
        <View className="report__other-text">{words.noEvent}</View>
        <Button
          look="main"
          text={words.toEvents}
          onTap={() => {
            switchTab('/pages/calendar/index');
          }}
        />
      </View>
    );
  }
  const change = (part: Partial<ReportDraft>): void => {
    setWhy(null);
    keepReportDraft({ ...draft, ...part });
  };
  const send = async (): Promise<void> => {
    setBusy(true);
    const sent = await sendReport(draft);
    setBusy(false);
    if (sent.ok) setReceipt(sent.receipt);
    else setWhy(sent.why);
  };
  const isFee = kind === 'fee';
  const required = isFee ? words.whatRequired : words.feedbackRequired;
  const banner = why === null ? undefined : BANNERS[why];
  return (
    <View className="report">
      <View className="report__lead">{isFee ? words.feeLead : words.feedbackLead}</View>
      {title === undefined ? null : <View className="report__event">{words.about(title)}</View>}
      <LongTextField
        id="report-what"
        label={isFee ? words.what : words.feedbackWhat}
        value={draft.what}
        maxLength={MOST_WHAT}
        hint={isFee ? words.whatHint : undefined}
        error={why === 'what' ? required : why === 'identity' ? words.identity : undefined}
        speaks
        onChange={(what) => {
          change({ what });
        }}
      />
      {isFee ? (
        <TextField
          id="report-sum"
          label={words.sum}
          mark={words.optional}
          value={draft.sum}
          maxLength={12}
          error={why === 'sum' ? words.sumWrong : undefined}
          speaks
          onChange={(sum) => {
            change({ sum });
          }}
        />
      ) : null}
      <TextField
        id="report-contact"
        label={words.contact}
        mark={words.optional}
        value={draft.contact}
        maxLength={MOST_CONTACT}
        hint={words.contactHint}
        onChange={(contact) => {
          change({ contact });
        }}
      />
      {banner === undefined ? null : (
        <View className="report__banner" {...ariaProps({ role: 'alert' })}>
          {banner}
        </View>
      )}
      <Button look="main" text={isBusy ? words.sending : words.submit} disabled={isBusy} onTap={() => void send()} />
    </View>
  );
}
