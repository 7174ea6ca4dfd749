/** What is held on a person, in sections that can be read. */
import type { Me } from '../domain/account';
import { parseInstant } from '../domain/time/time';
import { privacyPage, signUpForm } from './strings';
import { momentWords } from './when';

export interface HeldSection {
  readonly title: string;
  readonly lines: readonly (readonly [label: string, value: string])[];
}

const words = privacyPage.held;
const labelOf = (name: string): string => signUpForm.fields[name] ?? name;

/** A value as it was filled in: texts, numbers, choices by their names, people one after the other. */
function valueWords(value: unknown): string {
  if (typeof value === 'string') return signUpForm.options[value] ?? value;
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return value.map(valueWords).join('；');
  if (value === null || typeof value !== 'object') return '';
  return Object.entries(value)
    .map(([name, part]) => `${labelOf(name)} ${valueWords(part)}`)
    .join('，');
}

/** `today`: the day in China. A field that this version does not know is shown under its own name. */
export function presentHeld(
  { account, sessions = [], grants = [], signUps, notices }: Me,
  today: string,
): readonly HeldSection[] {
  const moment = (instant: string): string => {
    const at = parseInstant(instant);
    return at === null ? instant : momentWords(at, today);
  };
  const left = grants.reduce((sum, grant) => sum + grant.left, 0);
  return [
    {
      title: words.account,
      lines: [
        [words.kind, words.kinds[account.kind]],
        [words.id, account.id],
        ...(account.openid === undefined ? [] : [[words.openid, account.openid] as const]),
        [words.since, moment(account.createdAt)],
      ],
    },
    ...signUps.map(({ eventTitle, status, ticket, createdAt, consent, form }) => ({
      title: `${words.signUps}：${eventTitle}`,
      lines: [
        [words.status, words.statuses[status]] as const,
        ...(ticket === undefined ? [] : [[words.ticket, ticket] as const]),
        [words.at, moment(createdAt)] as const,
        [words.consent, words.consentOf(consent.version, moment(consent.at))] as const,
        ...(form === null
          ? [['', words.purged] as const]
          : Object.entries(form).map(([name, value]) => [labelOf(name), valueWords(value)] as const)),
      ],
    })),
    {
      title: words.other,
      lines: [
        ...(signUps.length === 0 ? [['', words.noSignUps] as const] : []),
        ['', words.sessions(sessions.length)],
        ['', words.grants(left)],
        ['', words.notices(notices.length)],
      ],
    },
  ];
}
