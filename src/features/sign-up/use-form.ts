import { useEffect, useState } from 'react';
import type { FieldError } from '../../../domain/problem/field-error';
import { type FilledForm, type FormKind, fieldsOf } from '../../../domain/sign-up/sign-up-form';
import type { Field } from '../../../domain/sign-up/sign-up-field';
import { privacyPage } from '../../../words/strings';
import { writePending } from '../../platform/late-writing';
import { usePageLeft } from '../../platform/lifecycle';
import { forgetConsents, hasConsented, rememberConsent } from '../../sync/consents';
import { draftOf, keepDraft, rememberedContact, type Values } from '../../sync/drafts';
import type { Refusal } from '../../sync/refusal';
import { checkForm, isAt } from './check-form';
import { blankForm } from './form-values';
import { useFocus } from './use-focus';

const CONSENT = 'consent';

export interface SignUpFormState {
  readonly fields: readonly Field[];
  readonly values: Values;
  readonly errors: readonly FieldError[];
  /** The path that the keyboard is brought to. */
  readonly focus: string | null;
  /** The person whose fields are unfolded. */
  readonly open: number;
  readonly agreed: boolean;
  /** Agreed to at an earlier sign-up with this organiser. */
  readonly isConsentKnown: boolean;
  /** Nothing was typed here yet: what stands is remembered. */
  readonly remembered: boolean;
  /** `touched`: the path within the field that was changed; the field itself if left out. */
  readonly change: (part: Values, touched: string) => void;
  /** The field at the path was left: what is wrong with what is in it is said. */
  readonly leave: (path: string) => void;
  readonly unfold: (index: number) => void;
  readonly focusOn: (path: string) => void;
  readonly agree: (agreed: boolean) => void;
  readonly submit: () => void;
}

export interface FormQuestion {
  readonly kind: FormKind;
  readonly maxParty: number;
  /** The recipient of the form. */
  readonly organiser: string;
  /** What the draft is kept by. */
  readonly draft: string;
  readonly refusal: Refusal | null;
  /** The form's values where there is no draft; `null`: blank, but for what is remembered. */
  readonly typed: Values | null;
  /** From the tap: everything is right and agreed to. */
  readonly onSend: (form: FilledForm, values: Values) => void;
}

/** A form and what was typed into it, kept through a refusal, a lost network and a killed app. */
export function useSignUpForm(question: FormQuestion): SignUpFormState {
  const { kind, maxParty, organiser, draft: key, refusal, typed, onSend } = question;
  const fields = fieldsOf(kind, maxParty);
  usePageLeft(writePending);
  const [draft] = useState(() => draftOf(key) ?? typed);
  const [contact] = useState(rememberedContact);
  const [values, setValues] = useState<Values>(() => draft ?? blankForm(fields, contact));
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const { focus, open, point, unfold, unfocus } = useFocus();
  const [isConsentKnown, setConsentKnown] = useState(() => hasConsented(organiser, privacyPage.version));
  // Never ticked for the person.
  const [isTicked, setTicked] = useState(false);
  const agreed = isConsentKnown || isTicked;

  useEffect(() => {
    if (refusal === null) return;
    if (refusal.code === 'consent-outdated') {
      forgetConsents();
      setConsentKnown(false);
      setTicked(false);
    }
    setErrors(refusal.fieldErrors);
    const [first] = refusal.fieldErrors;
    if (first !== undefined) point(first.path);
  }, [refusal, point]);

  const change = (part: Values, touched: string): void => {
    const next = { ...values, ...part };
    setValues(next);
    keepDraft(key, next);
    // What is wrong with a person as a whole may be put right in any of their fields.
    setErrors(errors.filter(({ path }) => !isAt(touched, path) && !isAt(path, touched)));
    unfocus();
  };

  const leave = (path: string): void => {
    writePending();
    const found = checkForm(kind, fields, values, maxParty).errors.filter(
      (each) => each.path === path && each.code !== 'required',
    );
    if (found.length > 0) setErrors([...errors.filter((each) => each.path !== path), ...found]);
  };

  const submit = (): void => {
    const { errors: found, form } = checkForm(kind, fields, values, maxParty);
    const consent: readonly FieldError[] = agreed ? [] : [{ path: CONSENT, code: 'required' }];
    const all = [...found, ...consent];
    setErrors(all);
    const [first] = all;
    if (first !== undefined) point(first.path);
    else if (form !== null) {
      keepDraft(key, values);
      writePending();
      rememberConsent(organiser, privacyPage.version);
      onSend(form, values);
    }
  };

  return {
    fields,
    values,
    errors,
    focus,
    open,
    agreed,
    isConsentKnown,
    remembered: draft === null && Object.keys(contact).length > 0,
    change,
    leave,
    unfold,
    focusOn: point,
    agree: (now) => {
      setTicked(now);
      setErrors(errors.filter(({ path }) => path !== CONSENT));
    },
    submit,
  };
}
