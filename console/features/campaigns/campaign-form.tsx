/** The head and the notices of a campaign that is being made. */
import { Button, Input } from 'antd';
import { type ReactElement, useState } from 'react';
import type { NextCampaign } from '../../../domain/campaign/next-campaign';
import { campaignsWords as words } from '../../../words/console/campaigns';
import { Field } from '../../ui/field';

type Notice = NextCampaign['documents'][number];

export const emptyNotice = (region: string): Notice => ({
  ...{ documentNo: '', title: '', leadIssuer: '', issuers: 1, issuedOn: '', scope: region, text: '' },
});

export const emptyCampaign = (year: string, region: string): NextCampaign => ({
  ...{ theme: '', period: { from: `${year}-09-01`, to: `${year}-09-30` }, slogans: [] },
  documents: [emptyNotice(region)],
});

interface TextProps {
  readonly label: string;
  readonly value: string;
  readonly hint?: string;
  readonly rows?: number;
  readonly onChange: (value: string) => void;
}

function Text({ label, value, hint, rows, onChange }: TextProps): ReactElement {
  return (
    <Field label={label} hint={hint}>
      {(aria) =>
        rows === undefined ? (
          <Input
            {...aria}
            value={value}
            onChange={({ target }) => {
              onChange(target.value);
            }}
          />
        ) : (
          <Input.TextArea
            {...aria}
            rows={rows}
            value={value}
            onChange={({ target }) => {
              onChange(target.value);
            }}
          />
        )
      }
    </Field>
  );
}

interface NoticeFieldsProps {
  readonly notice: Notice;
  readonly index: number;
  /** Found in it when it was last saved. */
  readonly paragraphs: number | undefined;
  readonly onChange: (part: Partial<Notice>) => void;
  readonly onRemove: (() => void) | null;
}

function NoticeFields({ notice, index, paragraphs, onChange, onRemove }: NoticeFieldsProps): ReactElement {
  const text = (name: 'documentNo' | 'leadIssuer' | 'issuedOn' | 'scope' | 'title', label: string): ReactElement => (
    <Text
      label={label}
      value={notice[name]}
      onChange={(value) => {
        onChange({ [name]: value });
      }}
    />
  );
  return (
    <fieldset className="card stack">
      <legend>{words.documentOf(index)}</legend>
      {text('documentNo', words.documentNo)}
      {text('title', words.documentTitle)}
      {text('leadIssuer', words.leadIssuer)}
      <Text
        label={words.issuers}
        value={String(notice.issuers)}
        onChange={(value) => {
          onChange({ issuers: Number(value.replace(/\D/g, '')) });
        }}
      />
      {text('issuedOn', words.issuedOn)}
      {text('scope', words.scope)}
      <Text
        label={words.text}
        hint={paragraphs === undefined ? words.textHint : words.paragraphs(paragraphs)}
        rows={10}
        value={notice.text}
        onChange={(value) => {
          onChange({ text: value });
        }}
      />
      {onRemove === null ? null : <Button onClick={onRemove}>{words.removeDocument}</Button>}
    </fieldset>
  );
}

interface CampaignFormProps {
  readonly initial: NextCampaign;
  readonly region: string;
  readonly paragraphs: readonly number[];
  readonly busy: boolean;
  readonly onSave: (content: NextCampaign) => void;
}

export function CampaignForm({ initial, region, paragraphs, busy, onSave }: CampaignFormProps): ReactElement {
  const [content, setContent] = useState(initial);
  const [slogans, setSlogans] = useState(initial.slogans.join('\n'));
  const change = (part: Partial<NextCampaign>): void => {
    setContent((before) => ({ ...before, ...part }));
  };
  const { theme, period, deadline = '', documents } = content;
  const save = (): void => {
    const lines = slogans.split('\n').map((line) => line.trim());
    const saved = { ...content, slogans: lines.filter((line) => line !== '') };
    // An empty field is no deadline.
    if (deadline === '') delete saved.deadline;
    onSave(saved);
  };
  return (
    <div className="stack">
      <div className="card stack">
        <Text
          label={words.theme}
          value={theme}
          onChange={(value) => {
            change({ theme: value });
          }}
        />
        <Text
          label={words.from}
          hint={words.dayHint}
          value={period.from}
          onChange={(from) => {
            change({ period: { ...period, from } });
          }}
        />
        <Text
          label={words.to}
          value={period.to}
          onChange={(to) => {
            change({ period: { ...period, to } });
          }}
        />
        <Text
          label={words.deadline}
          value={deadline}
          onChange={(value) => {
            change({ deadline: value });
          }}
        />
        <Text label={words.slogans} hint={words.slogansHint} rows={6} value={slogans} onChange={setSlogans} />
      </div>
      {documents.map((notice, index) => (
        <NoticeFields
          key={index}
          notice={notice}
          index={index}
          paragraphs={paragraphs[index]}
          onChange={(part) => {
            change({ documents: documents.map((each, at) => (at === index ? { ...each, ...part } : each)) });
          }}
          onRemove={
            documents.length === 1
              ? null
              : () => {
                  change({ documents: documents.filter((_, at) => at !== index) });
                }
          }
        />
      ))}
      <Button
        onClick={() => {
          change({ documents: [...documents, emptyNotice(region)] });
        }}
      >
        {words.addDocument}
      </Button>
      <Button type="primary" loading={busy} onClick={save}>
        {words.save}
      </Button>
    </div>
  );
}
