import { View } from '@tarojs/components';
import { type ReactElement, useEffect } from 'react';
import {
  type ComplaintDraft,
  composeComplaint,
  type DraftField,
  EMPTY_DRAFT,
  fieldsOf,
  isBegun,
  REQUESTS,
  reviewDraft,
} from '../../../domain/complaint/complaint-draft';
import { dayOf } from '../../../domain/time/time';
import { complaintGuide } from '../../../words/strings';
import { confirmWith, say } from '../../platform/ask';
import { writePending } from '../../platform/late-writing';
import { usePageLeft } from '../../platform/lifecycle';
import { goBack } from '../../platform/navigation';
import { copyText } from '../../platform/phone';
import { changeDraft, deleteDraft, useComplaintDraft } from '../../sync/complaint-draft';
import { useNow } from '../../sync/now';
import { Button } from '../../ui/button';
import { CheckBox } from '../../ui/check-box';
import { Section } from '../../ui/section';
import { Segments } from '../../ui/segments';
import { DraftFieldView } from './draft-field';

const KINDS: readonly { readonly value: ComplaintDraft['kind']; readonly text: string }[] = [
  { value: 'complaint', text: complaintGuide.kind.complaint },
  { value: 'report', text: complaintGuide.kind.report },
];

const PARTS: readonly { readonly title: string; readonly fields: readonly DraftField[] }[] = [
  { title: complaintGuide.self, fields: ['name', 'mobile', 'address'] },
  { title: complaintGuide.other, fields: ['otherName', 'otherAddress'] },
  { title: complaintGuide.fact, fields: ['happenedOn', 'place', 'goods', 'amount', 'dispute', 'proof'] },
];

function Requests({ draft }: { readonly draft: ComplaintDraft }): ReactElement {
  return (
    <Section title={complaintGuide.request}>
      <View className="guide__lead">{complaintGuide.requestHint}</View>
      <View className="draft__requests">
        {REQUESTS.map((request) => {
          const checked = draft.requests.includes(request);
          return (
            <CheckBox
              key={request}
              text={request}
              checked={checked}
              onTap={() => {
                changeDraft({
                  requests: REQUESTS.filter((each) => (each === request ? !checked : draft.requests.includes(each))),
                });
              }}
            />
          );
        })}
      </View>
    </Section>
  );
}

function Composed({
  draft,
  missing,
}: {
  readonly draft: ComplaintDraft;
  readonly missing: readonly string[];
}): ReactElement {
  const text = composeComplaint(draft);
  const empty = !text.includes('\n');
  const copy = async (): Promise<void> => {
    if ((await copyText(text)) === 'done') say(complaintGuide.copied);
  };
  const remove = async (): Promise<void> => {
    const { removeAsk, removeText, removeYes, removeNo } = complaintGuide;
    if (!(await confirmWith({ title: removeAsk, text: removeText, yes: removeYes, no: removeNo }))) return;
    deleteDraft();
    goBack('/pages/home/index', () => {
      say(complaintGuide.removed);
    });
  };
  return (
    <Section title={complaintGuide.composed}>
      <View className="card draft__composed">
        {empty ? complaintGuide.composedEmpty : text.split('\n').map((line, index) => <View key={index}>{line}</View>)}
      </View>
      {missing.length === 0 ? null : (
        <View className="draft__missing">{complaintGuide.missing(missing.join('、'))}</View>
      )}
      <View className="draft__ways">
        <Button text={complaintGuide.copy} disabled={empty} onTap={() => void copy()} />
        {isBegun(draft) ? <Button look="quiet" text={complaintGuide.remove} onTap={() => void remove()} /> : null}
      </View>
    </Section>
  );
}

/** `kind`: as the questions told. */
export function DraftView({ kind }: { readonly kind: string | undefined }): ReactElement {
  const { draft } = useComplaintDraft();
  const today = dayOf(useNow());
  usePageLeft(writePending);
  useEffect(() => {
    if (kind === 'complaint' || kind === 'report') changeDraft({ kind });
  }, [kind]);
  const review = reviewDraft(draft, today);
  const shown = fieldsOf(draft);
  const required = reviewDraft({ ...EMPTY_DRAFT, kind: draft.kind, anonymous: draft.anonymous }, today).missing;
  const missing = review.missing.map((name) =>
    name === 'requests' ? complaintGuide.request : complaintGuide.field[name],
  );
  return (
    <View className="draft">
      <View className="draft__privacy">{complaintGuide.privacy}</View>
      <Segments
        options={KINDS}
        value={draft.kind}
        onChange={(value) => {
          changeDraft({ kind: value });
        }}
      />
      {draft.kind === 'report' ? (
        <CheckBox
          text={complaintGuide.anonymous}
          checked={draft.anonymous}
          onTap={() => {
            changeDraft({ anonymous: !draft.anonymous });
          }}
        />
      ) : null}
      {PARTS.map(({ title, fields }) => {
        const here = fields.filter((field) => shown.includes(field));
        return here.length === 0 ? null : (
          <Section key={title} title={title}>
            {here.map((field) => (
              <DraftFieldView
                key={field}
                field={field}
                value={draft[field]}
                review={review}
                optional={!required.includes(field)}
                today={today}
              />
            ))}
          </Section>
        );
      })}
      {draft.kind === 'complaint' ? <Requests draft={draft} /> : null}
      <Composed draft={draft} missing={missing} />
    </View>
  );
}
