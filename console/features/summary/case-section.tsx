import { Button, Input, Radio, Select } from 'antd';
import type { ReactElement } from 'react';
import { MOST_CASES, VISIBILITIES } from '../../../domain/summary/summary-body';
import { summaryWords as words } from '../../../words/console/summary';
import { VISIBILITY_NAMES } from '../../../words/summary';
import { API } from '../../api';
import { useOrganisation } from '../../session/organisation';
import { useAsk } from '../../session/use-ask';
import { Field } from '../../ui/field';
import { Pictures } from './pictures';
import { type CaseForm, EMPTY_CASE } from './summary-form';
import { CountedText, type SectionProps } from './text-sections';

interface CaseSectionProps extends SectionProps {
  readonly campaign: string;
  readonly paragraphs: readonly { readonly key: string; readonly name: string }[];
}

/** Up to three cases, each under a paragraph of a notice, with the events that it tells of. */
export function CaseSection({
  form,
  problems,
  disabled,
  change,
  campaign,
  paragraphs,
}: CaseSectionProps): ReactElement {
  const { id: org } = useOrganisation();
  const events = useAsk(
    API.events,
    { params: { org }, query: { of: 'own', state: 'published', campaign } },
    { enabled: form.cases.length > 0 },
  );
  const update = (index: number, changed: Partial<CaseForm>): void => {
    change({ cases: form.cases.map((each, nth) => (nth === index ? { ...each, ...changed } : each)) });
  };
  return (
    <fieldset className="section card">
      <legend>{words.cases}</legend>
      <p className="quiet">{words.casesText}</p>
      {form.cases.map((each, index) => {
        const nth = index + 1;
        const problem = (name: keyof CaseForm): string | undefined => problems[`cases.${index}.${name}`];
        return (
          // The place in the list is all that tells two empty cases apart.
          <fieldset key={index} className="section">
            <legend>{words.caseNth(nth)}</legend>
            <Field label={words.caseTitle} problem={problem('title')}>
              {(aria) => (
                <Input
                  {...aria}
                  maxLength={60}
                  value={each.title}
                  disabled={disabled}
                  onChange={({ target }) => {
                    update(index, { title: target.value });
                  }}
                />
              )}
            </Field>
            <CountedText
              label={words.caseBody}
              problem={problem('body')}
              value={each.body}
              disabled={disabled}
              onChange={(body) => {
                update(index, { body });
              }}
            />
            <div className="pair">
              <Field label={words.caseParagraph} problem={problem('paragraph')}>
                {(aria) => (
                  <Select<string>
                    {...aria}
                    showSearch={{ optionFilterProp: 'label' }}
                    placeholder={words.choose}
                    value={each.paragraph === '' ? null : each.paragraph}
                    disabled={disabled}
                    options={paragraphs.map(({ key, name }) => ({ value: key, label: name }))}
                    onChange={(paragraph) => {
                      update(index, { paragraph });
                    }}
                  />
                )}
              </Field>
              <Field label={words.caseEvents} problem={problem('events')} optional>
                {(aria) => (
                  <Select<string[]>
                    {...aria}
                    mode="multiple"
                    showSearch={{ optionFilterProp: 'label' }}
                    placeholder={words.choose}
                    loading={events.isLoading}
                    value={each.events}
                    disabled={disabled}
                    options={(events.data?.events ?? []).map(({ id, title }) => ({ value: id, label: title ?? '' }))}
                    onChange={(chosen) => {
                      update(index, { events: chosen });
                    }}
                  />
                )}
              </Field>
            </div>
            <Field label={words.visibility} group>
              {() => (
                <Radio.Group
                  value={each.visibility}
                  disabled={disabled}
                  options={VISIBILITIES.map((value) => ({ value, label: VISIBILITY_NAMES[value] }))}
                  onChange={({ target }) => {
                    update(index, { visibility: VISIBILITIES.find((one) => one === target.value) ?? 'superiors' });
                  }}
                />
              )}
            </Field>
            <Pictures
              campaign={campaign}
              pictures={each.pictures}
              problem={problem('pictures')}
              disabled={disabled}
              onChange={(pictures) => {
                update(index, { pictures: [...pictures] });
              }}
            />
            {disabled ? null : (
              <div>
                <Button
                  danger
                  onClick={() => {
                    change({ cases: form.cases.filter((_, place) => place !== index) });
                  }}
                >
                  {words.removeCase(nth)}
                </Button>
              </div>
            )}
          </fieldset>
        );
      })}
      {disabled || form.cases.length >= MOST_CASES ? null : (
        <div>
          <Button
            type="dashed"
            onClick={() => {
              change({ cases: [...form.cases, EMPTY_CASE] });
            }}
          >
            {words.addCase}
          </Button>
        </div>
      )}
    </fieldset>
  );
}
