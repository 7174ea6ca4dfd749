import { View } from '@tarojs/components';
import * as v from 'valibot';
import { type ReactElement, useCallback, useRef, useState } from 'react';
import { SignUpTermsSchema } from '../../../domain/event/event';
import { type FilledForm, readForm } from '../../../domain/sign-up/sign-up-form';
import { peopleOf, type RosterPerson } from '../../../domain/roster/roster';
import { fieldWork } from '../../../words/strings';
import { call } from '../../platform/phone';
import { usePageLeft } from '../../platform/lifecycle';
import { fetchPerson, type Person as Entry, type Which } from '../../sync/field-work';
import { ariaProps } from '../../ui/a11y';
import { Button } from '../../ui/button';
import { Sheet } from '../../ui/sheet';

const words = fieldWork.person;
const REASONS = ['entry', 'contact', 'seating'] as const;

/** As this version knows forms; `null`: the form is gone. */
function filledOf({ form }: Entry): FilledForm | null {
  return form !== null && v.is(SignUpTermsSchema.entries.form, form.kind) ? readForm(form.kind, form.values) : null;
}

function Fact({ name, value }: { readonly name: string; readonly value: string }): ReactElement {
  return (
    <View className="work__fact">
      <View className="work__name">{name}</View>
      <View>{value}</View>
    </View>
  );
}

function Numbers({ people }: { readonly people: readonly RosterPerson[] }): ReactElement {
  return (
    <View>
      {people.map(({ name, mobile }) => (
        <View key={`${name} ${mobile}`} className="work__person">
          <View>
            <View className="work__title">{name}</View>
            <View>{mobile}</View>
          </View>
          <Button text={words.call(name)} onTap={() => void call(mobile)} />
        </View>
      ))}
    </View>
  );
}

function Full({ entry }: { readonly entry: Entry }): ReactElement {
  const { ticket } = entry;
  const form = filledOf(entry);
  return (
    <View {...ariaProps({ role: 'status' })}>
      <View className="work__note">{words.audited}</View>
      {form === null ? <View>{words.gone}</View> : <Numbers people={peopleOf(form)} />}
      {ticket === null ? null : <Fact name={words.ticket} value={ticket} />}
      {form?.kind === 'qc' ? (
        <View>
          <Fact name={words.enterprise} value={form.values.enterprise} />
          <Fact name={words.group} value={form.values.groupName} />
          <Fact name={words.topic} value={form.values.topic} />
        </View>
      ) : null}
      {form?.kind === 'training' ? <Fact name={words.enterprise} value={form.values.enterprise} /> : null}
    </View>
  );
}

interface PersonProps {
  readonly which: Which;
  readonly signUp: string;
  readonly onClose: () => void;
}

/** One person in full: after one tap on a reason, which the log keeps. Gone from memory when the sheet or the page goes. */
export function Person({ which, signUp, onClose }: PersonProps): ReactElement {
  const [entry, setEntry] = useState<Entry | null>(null);
  const [failed, setFailed] = useState(false);
  const close = useRef(onClose);
  close.current = onClose;
  usePageLeft(
    useCallback(() => {
      close.current();
    }, []),
  );
  const open = async (reason: (typeof REASONS)[number]): Promise<void> => {
    setFailed(false);
    const answer = await fetchPerson(which, signUp, reason);
    if (answer.ok) setEntry(answer.value);
    else setFailed(true);
  };
  return (
    <Sheet
      id="person"
      title={words.title}
      closeLabel={words.close}
      onClose={onClose}
      footer={<Button text={words.close} onTap={onClose} />}
    >
      {entry === null ? (
        <View>
          <View className="work__note">{words.why}</View>
          {REASONS.map((reason) => (
            <Button key={reason} text={words.reasons[reason]} onTap={() => void open(reason)} />
          ))}
          {failed ? (
            <View className="work__error" {...ariaProps({ role: 'alert' })}>
              {words.failed}
            </View>
          ) : null}
        </View>
      ) : (
        <Full entry={entry} />
      )}
    </Sheet>
  );
}
