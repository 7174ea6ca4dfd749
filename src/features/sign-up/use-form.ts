import { useEffect, useState } from 'react';
import type { QualityEvent, SignUpTerms } from '../../domain/event';
import type { Finding } from '../../domain/finding';
import { fieldsOf, parseForm } from '../../domain/sign-up-form';
import type { Field } from '../../domain/sign-up-field';
import { t } from '../../i18n/strings';
import { writePending } from '../../platform/late-writing';
import { usePageLeft } from '../../platform/lifecycle';
import { scrollTo } from '../../platform/scroll';
import { draftOf, keepDraft, rememberContact, rememberedContact, type Values } from '../../sync/drafts';
import { type Refusal, submitSignUp } from '../../sync/outbox';
import { blankForm, contactToRemember, sentForm } from './form-values';

/** The id of the element that shows a path: `attendees.1.mobile` → `field-attendees-1-mobile`. */
export const idOf = (path: string): string => `field-${path.replace(/\./g, '-')}`;

const CONSENT = 'consent';

export interface SignUpFormState {
  readonly fields: readonly Field[];
  readonly values: Values;
  /** At most one a field. */
  readonly findings: readonly Finding[];
  /** The path that the keyboard is brought to. */
  readonly focus: string | null;
  readonly agreed: boolean;
  /** Nothing was typed here yet: what stands is remembered. */
  readonly remembered: boolean;
  /** `touched`: the path within the field that was changed; the field itself if left out. */
  readonly change: (name: string, value: unknown, touched?: string) => void;
  readonly agree: (agreed: boolean) => void;
  readonly submit: () => void;
}

interface Focus {
  readonly path: string;
  /** `false` for one render, so that a field which had the focus before gets it again. */
  readonly armed: boolean;
}

export interface SignUpQuestion {
  readonly event: QualityEvent;
  readonly terms: SignUpTerms;
  readonly refusal: Refusal | null;
  /** What was sent and refused, where this phone could keep no draft of it. */
  readonly typed: Values | null;
}

/** A form and what was typed into it, kept through a refusal, a lost network and a killed app. */
export function useSignUpForm({ event, terms, refusal, typed }: SignUpQuestion): SignUpFormState {
  const { form: kind, maxParty } = terms;
  const fields = fieldsOf(kind, maxParty);
  usePageLeft(writePending);
  const [draft] = useState(() => draftOf(event.id) ?? typed);
  const [contact] = useState(rememberedContact);
  const [values, setValues] = useState<Values>(() => draft ?? blankForm(fields, contact));
  const [findings, setFindings] = useState<readonly Finding[]>([]);
  const [focus, setFocus] = useState<Focus | null>(null);
  // Never ticked for the person, however often they have signed up.
  const [agreed, setAgreed] = useState(false);

  const point = (found: readonly Finding[]): void => {
    setFindings(found);
    const [first] = found;
    if (first === undefined) return;
    setFocus({ path: first.path, armed: false });
    scrollTo(idOf(first.path));
  };

  useEffect(() => {
    if (focus !== null && !focus.armed) setFocus({ ...focus, armed: true });
  }, [focus]);

  useEffect(() => {
    if (refusal === null) return;
    if (refusal.code === 'consent-outdated') setAgreed(false);
    setFindings(refusal.findings);
  }, [refusal]);

  const change = (name: string, value: unknown, touched = name): void => {
    const next = { ...values, [name]: value };
    setValues(next);
    keepDraft(event.id, next);
    setFindings(findings.filter(({ path }) => path !== touched && !path.startsWith(`${touched}.`)));
    setFocus(null);
  };

  const submit = (): void => {
    const decision = parseForm(kind, sentForm(fields, values), maxParty);
    const consent: readonly Finding[] = agreed ? [] : [{ path: CONSENT, code: 'required' }];
    if (!decision.ok || !agreed) {
      point([...(decision.ok ? [] : decision.findings), ...consent]);
      return;
    }
    keepDraft(event.id, values);
    writePending();
    rememberContact(contactToRemember(decision.form));
    submitSignUp({ event, consent: t.privacy.version, form: decision.form.values });
  };

  return {
    fields,
    values,
    findings,
    focus: focus?.armed === true ? focus.path : null,
    agreed,
    remembered: draft === null && Object.keys(contact).length > 0,
    change,
    agree: (now) => {
      setAgreed(now);
      setFindings(findings.filter(({ path }) => path !== CONSENT));
    },
    submit,
  };
}
