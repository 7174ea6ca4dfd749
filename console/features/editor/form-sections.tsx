/** The form of an event, section by section. */
import { Checkbox, Input, Radio, Select } from 'antd';
import type { ReactElement } from 'react';
import { AUDIENCES, type ProgrammeItem } from '../../../domain/campaign/campaign';
import { SIGN_UP_FORMS } from '../../../domain/event/event';
import { consoleWords } from '../../../words/console';
import { editorWords, eventFields as labels, fieldHints as hints } from '../../../words/console/editor';
import type { EventForm } from '../../blocks/event-form';
import { Field, type FieldAria } from '../../ui/field';
import type { FormSentences } from './form-problems';
import { pastedCoordinates } from './pasted-coordinates';
import { ProgrammeSelect } from './programme-select';
import { RegionSelect } from '../../blocks/region-select';

export interface SectionProps {
  readonly form: EventForm;
  readonly problems: FormSentences;
  readonly warnings: FormSentences;
  readonly change: (changed: Partial<EventForm>) => void;
}

type TextName = {
  [Name in keyof EventForm]: EventForm[Name] extends string ? Name : never;
}[keyof EventForm];

interface TextFieldProps extends SectionProps {
  readonly name: TextName;
  readonly path: string;
  readonly hint?: string;
  readonly optional?: boolean;
  readonly type?: 'text' | 'datetime-local' | 'tel';
  readonly inputMode?: 'numeric';
  readonly maxLength?: number;
  readonly rows?: number;
  /** A text that says more than this field's value. */
  readonly read?: (text: string) => Partial<EventForm> | null;
}

function TextField({
  form,
  problems,
  warnings,
  change,
  name,
  path,
  rows,
  hint,
  optional,
  read,
  ...input
}: TextFieldProps): ReactElement {
  const shown = (aria: FieldAria): ReactElement => {
    const common = {
      ...aria,
      value: form[name],
      onChange: ({ target }: { readonly target: { readonly value: string } }) => {
        change(read?.(target.value) ?? { [name]: target.value });
      },
    };
    return rows === undefined ? (
      <Input {...common} {...input} />
    ) : (
      <Input.TextArea {...common} rows={rows} {...(input.maxLength !== undefined && { maxLength: input.maxLength })} />
    );
  };
  return (
    <Field
      label={labels[path] ?? path}
      hint={hint}
      optional={optional === true}
      problem={problems[name]}
      warning={warnings[name]}
    >
      {shown}
    </Field>
  );
}

export function WhatSection(props: SectionProps & { readonly programme: readonly ProgrammeItem[] }): ReactElement {
  const { form, problems, change, programme } = props;
  return (
    <fieldset className="section">
      <legend>{editorWords.sections.what}</legend>
      <Field label={labels.programmeId ?? ''} hint={hints.programmeId} problem={problems.programmeId}>
        {(aria) => (
          <ProgrammeSelect
            aria={aria}
            programme={programme}
            value={form.programmeId}
            onChange={(programmeId) => {
              change({ programmeId });
            }}
          />
        )}
      </Field>
      <TextField {...props} name="title" path="title" hint={hints.title} maxLength={80} />
      <TextField {...props} name="summary" path="summary" hint={hints.summary} rows={6} optional />
    </fieldset>
  );
}

export function WhenSection(props: SectionProps): ReactElement {
  return (
    <fieldset className="section">
      <legend>{editorWords.sections.when}</legend>
      <div className="pair">
        <TextField {...props} name="startsAt" path="startsAt" type="datetime-local" />
        <TextField {...props} name="endsAt" path="endsAt" type="datetime-local" />
      </div>
    </fieldset>
  );
}

export function WhereSection(props: SectionProps & { readonly scope: string }): ReactElement {
  const { form, problems, warnings, change, scope } = props;
  return (
    <fieldset className="section">
      <legend>{editorWords.sections.where}</legend>
      <Field label={labels.region ?? ''} hint={hints.region} problem={problems.region}>
        {(aria) => (
          <RegionSelect
            aria={aria}
            scope={scope}
            value={form.region}
            onChange={(region) => {
              change({ region });
            }}
          />
        )}
      </Field>
      <Radio.Group
        aria-label={labels.venue ?? ''}
        value={form.placed}
        options={[
          { value: true, label: hints.placed },
          { value: false, label: hints.notPlaced },
        ]}
        onChange={({ target }) => {
          change({ placed: target.value === true });
        }}
      />
      {form.placed ? (
        <>
          <TextField {...props} name="venueName" path="venue.name" maxLength={80} />
          <TextField {...props} name="venueAddress" path="venue.address" maxLength={150} />
          <div className="pair">
            <TextField
              {...props}
              name="latitude"
              path="venue.latitude"
              hint={hints.coordinates}
              read={pastedCoordinates}
            />
            <TextField {...props} name="longitude" path="venue.longitude" read={pastedCoordinates} />
          </div>
          {warnings.latitude !== undefined || form.confirmedFar ? (
            <Checkbox
              checked={form.confirmedFar}
              onChange={({ target }) => {
                change({ confirmedFar: target.checked });
              }}
            >
              {hints.confirmedFar}
            </Checkbox>
          ) : null}
          <TextField {...props} name="meetAt" path="meetAt" maxLength={80} optional />
        </>
      ) : null}
    </fieldset>
  );
}

interface WhoSectionProps extends SectionProps {
  /** In whose name it is published. */
  readonly organisation: string;
}

export function WhoSection({ organisation, ...props }: WhoSectionProps): ReactElement {
  const { form, problems, change } = props;
  const isOther = form.organiserName.trim() !== '' && form.organiserName.trim() !== organisation;
  return (
    <fieldset className="section">
      <legend>{editorWords.sections.who}</legend>
      <Field label={labels.audiences ?? ''} problem={problems.audiences} group>
        {() => (
          <Checkbox.Group
            options={[...AUDIENCES]}
            value={form.audiences}
            onChange={(audiences) => {
              change({ audiences: AUDIENCES.filter((each) => audiences.includes(each)) });
            }}
          />
        )}
      </Field>
      <div className="pair">
        <TextField
          {...props}
          name="organiserName"
          path="organiser.name"
          maxLength={80}
          {...(isOther && { hint: editorWords.otherOrganiser(organisation) })}
        />
        <TextField {...props} name="organiserPhone" path="organiser.phone" type="tel" maxLength={24} optional />
      </div>
      <div className="pair">
        <TextField {...props} name="suits" path="suits" maxLength={80} optional />
        <TextField {...props} name="bring" path="bring" maxLength={80} optional />
      </div>
    </fieldset>
  );
}

interface SignUpSectionProps extends SectionProps {
  /** The server knows a mini-program. */
  readonly isWechatOn: boolean;
}

export function SignUpSection({ isWechatOn, ...props }: SignUpSectionProps): ReactElement {
  const { form, change, problems } = props;
  return (
    <fieldset className="section">
      <legend>{editorWords.sections.signUp}</legend>
      <Radio.Group
        aria-label={labels.signUp ?? ''}
        value={form.takesSignUps}
        options={[
          { value: true, label: hints.signUpOn },
          { value: false, label: hints.signUpOff },
        ]}
        onChange={({ target }) => {
          change({ takesSignUps: target.value === true });
        }}
      />
      {form.takesSignUps ? (
        <>
          <Field label={labels['signUp.form'] ?? ''}>
            {(aria) => (
              <Select
                {...aria}
                value={form.form}
                options={SIGN_UP_FORMS.map((each) => ({ value: each, label: consoleWords.signUpForms[each] }))}
                onChange={(chosen) => {
                  change({ form: chosen });
                }}
              />
            )}
          </Field>
          <div className="pair">
            <TextField {...props} name="opensAt" path="signUp.opensAt" type="datetime-local" />
            <TextField {...props} name="closesAt" path="signUp.closesAt" type="datetime-local" />
          </div>
          <div className="pair">
            <TextField {...props} name="capacity" path="signUp.capacity" inputMode="numeric" hint={hints.capacity} />
            <TextField {...props} name="maxParty" path="signUp.maxParty" inputMode="numeric" hint={hints.maxParty} />
          </div>
          {isWechatOn || form.wechatOnly ? (
            <Field
              label={labels['signUp.wechatOnly'] ?? ''}
              hint={hints.wechatOnlyWhy}
              problem={problems.wechatOnly}
              group
            >
              {() => (
                <Checkbox
                  checked={form.wechatOnly}
                  onChange={({ target }) => {
                    change({ wechatOnly: target.checked });
                  }}
                >
                  {hints.wechatOnly}
                </Checkbox>
              )}
            </Field>
          ) : null}
        </>
      ) : null}
    </fieldset>
  );
}
