/**
 * What an accepted body must look like, route by route: written apart from the server's schemas, so that a hole in one
 * of them shows.
 */
import { nameOf, type Route } from './routes';

type Json = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const hasOnly = (value: unknown, ...keys: string[]): value is Json =>
  isRecord(value) && Object.keys(value).every((key) => keys.includes(key));
const isWhole = (value: unknown, least: number, most: number): boolean =>
  Number.isInteger(value) && Number(value) >= least && Number(value) <= most;
/** Nothing but what can be seen, once the ends are trimmed and white space is one. */
const isText = (value: unknown, most: number): boolean =>
  typeof value === 'string' && value.trim() !== '' && value.length <= most * 4;
const isClean = (value: unknown, most: number): boolean =>
  isText(value, most) && !/[\p{Cc}\p{Cs}]/u.test(String(value).trim());
const isMobile = (value: unknown): boolean =>
  typeof value === 'string' && /^(\+?86|0086)?1[3-9]\d{9}$/.test(value.normalize('NFKC').replace(/[^+\d]/g, ''));
const isCode = (value: unknown): boolean =>
  typeof value === 'string' && value.normalize('NFKC').replace(/[^0-9A-Za-z]/g, '').length === 18;
const isName = (value: unknown): boolean => isText(value, 40) && !/\d/.test(String(value).normalize('NFKC'));
const isOrganisation = (form: Json): boolean => isText(form.enterprise, 60) && isCode(form.creditCode);
const isListOf = (value: unknown, most: number, is: (part: unknown) => boolean): boolean =>
  Array.isArray(value) && value.length > 0 && value.length <= most && value.every(is);
const isOneOf =
  (...options: unknown[]) =>
  (value: unknown): boolean =>
    options.includes(value);

const FORMS: Readonly<Record<string, (form: unknown) => boolean>> = {
  visit: (form) =>
    hasOnly(form, 'contactName', 'mobile', 'partySize') &&
    isName(form.contactName) &&
    isMobile(form.mobile) &&
    isWhole(form.partySize, 1, 4),
  metrology: (form) =>
    hasOnly(form, 'contactName', 'mobile', 'partySize', 'meters') &&
    isName(form.contactName) &&
    isMobile(form.mobile) &&
    isWhole(form.partySize, 1, 4) &&
    isListOf(form.meters, 3, isOneOf('water', 'electricity', 'gas')),
  training: (form) =>
    hasOnly(form, 'enterprise', 'creditCode', 'creditCodeConfirmed', 'attendees') &&
    isOrganisation(form) &&
    isListOf(
      form.attendees,
      4,
      (one) =>
        hasOnly(one, 'name', 'mobile', 'post') &&
        isName(one.name) &&
        isMobile(one.mobile) &&
        (one.post === undefined || isText(one.post, 30)),
    ),
  qc: (form) =>
    hasOnly(
      form,
      ...['enterprise', 'creditCode', 'creditCodeConfirmed', 'groupName', 'topic', 'topicType', 'members'],
      ...['presenter', 'mobile'],
    ) &&
    isOrganisation(form) &&
    isText(form.groupName, 40) &&
    isText(form.topic, 80) &&
    isOneOf('problem-solving', 'innovation')(form.topicType) &&
    isWhole(form.members, 1, 100) &&
    isName(form.presenter) &&
    isMobile(form.mobile),
};

const isInstant = (value: unknown): boolean =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(value);

function isEvent(body: unknown): boolean {
  if (!isRecord(body)) return false;
  const { venue, signUp, organiser } = body;
  const isVenue =
    venue === null ||
    (isRecord(venue) &&
      isClean(venue.name, 60) &&
      isClean(venue.address, 120) &&
      Math.abs(Number(venue.latitude)) <= 90 &&
      Math.abs(Number(venue.longitude)) <= 180);
  const isOpen =
    signUp === null ||
    (isRecord(signUp) &&
      isOneOf(...Object.keys(FORMS))(signUp.form) &&
      isInstant(signUp.opensAt) &&
      isInstant(signUp.closesAt) &&
      isWhole(signUp.capacity, 1, 100_000) &&
      isWhole(signUp.maxParty, 1, 50));
  return (
    isVenue &&
    isOpen &&
    body.campaign === 'open' &&
    isOneOf('open-day', 'course')(body.programmeId) &&
    isClean(body.title, 60) &&
    typeof body.summary === 'string' &&
    isRecord(organiser) &&
    isClean(organiser.name, 60) &&
    /^\d{6}$/.test(String(body.region)) &&
    isInstant(body.startsAt) &&
    isInstant(body.endsAt) &&
    isListOf(body.audiences, 3, isOneOf('公众', '企业', '机构'))
  );
}

const isCorrection = (body: unknown): boolean =>
  hasOnly(body, 'consent', 'form') && body.consent === '1' && (FORMS.visit?.(body.form) ?? false);

const hasText = (body: unknown, name: string, most: number): boolean => isRecord(body) && isText(body[name], most);
const isRole = isOneOf('admin', 'editor', 'viewer', 'door');
const isEvents = (value: unknown): boolean =>
  value === undefined ||
  (Array.isArray(value) && value.length <= 200 && value.every((id) => /^[A-Za-z0-9][\w-]{0,63}$/.test(String(id))));
const isSecret = (value: unknown): boolean => /^[\w-]{43}$/.test(String(value));
const isLogin = (value: unknown): boolean => typeof value === 'string' && /^[\w.-]{3,40}$/.test(value.trim());

const STAFF_SANE: Readonly<Record<string, (body: unknown) => boolean>> = {
  'POST /api/v1/staff/sessions': (body) =>
    hasOnly(body, 'login', 'password', 'code') && isLogin(body.login) && hasText(body, 'password', 200),
  'POST /api/v1/staff/proof': (body) => hasOnly(body, 'password') && hasText(body, 'password', 200),
  'PUT /api/v1/staff/password': (body) => hasOnly(body, 'password', 'next') && String(body.next).length >= 10,
  'POST /api/v1/staff/second-factor/confirm': (body) => hasOnly(body, 'code') && /^ *\d{6} *$/.test(String(body.code)),
  'POST /api/v1/invitations/:token/accept': (body) =>
    hasOnly(body, 'name', 'login', 'password') &&
    isClean(body.name, 40) &&
    isLogin(body.login) &&
    hasText(body, 'password', 200),
  'POST /api/v1/phone-bindings/offer': (body) => hasOnly(body, 'code') && isSecret(body.code),
  'POST /api/v1/phone-bindings': (body) =>
    hasOnly(body, 'code', 'number', 'name') &&
    isSecret(body.code) &&
    /^\d{4}$/.test(String(body.number)) &&
    isClean(body.name, 40),
  'POST /api/v1/organisations/:org/organisations': (body) =>
    hasOnly(body, 'name', 'region') && isClean(body.name, 60) && /^5401\d\d$/.test(String(body.region)),
  'PATCH /api/v1/organisations/:org/settings': (body) =>
    hasOnly(body, 'approval') && isOneOf('off', 'first', 'all')(body.approval),
  'PATCH /api/v1/organisations/:org/members/:id': (body) =>
    hasOnly(body, 'role', 'events') && (body.role === undefined || isRole(body.role)) && isEvents(body.events),
  'POST /api/v1/organisations/:org/invitations': (body) =>
    hasOnly(body, 'role', 'events') && isRole(body.role) && isEvents(body.events),
  'POST /api/v1/organisations/:org/tokens': (body) =>
    hasOnly(body, 'name', 'scopes') && isClean(body.name, 40) && isListOf(body.scopes, 2, isOneOf('publish', 'read')),
};

const DRAFT_KEYS = [
  ...['campaign', 'programmeId', 'title', 'summary', 'organiser', 'region', 'venue', 'startsAt', 'endsAt', 'audiences'],
  ...['signUp', 'suits', 'bring', 'meetAt', 'id', 'rev', 'status', 'cancelReason', 'kind', 'regionName', 'initials'],
  ...['pinyin', 'basis', 'sample', 'state', 'organisation', 'published', 'approval', 'changes', 'cleared', 'reason'],
  ...['counts', 'updatedAt', 'suspended'],
];
const isAbsentOr = (value: unknown, is: (value: unknown) => boolean): boolean => value === undefined || is(value);
const isDraft = (body: unknown): boolean =>
  hasOnly(body, ...DRAFT_KEYS) &&
  body.campaign === 'open' &&
  isAbsentOr(body.title, (title) => isClean(title, 60)) &&
  isAbsentOr(body.region, (region) => /^5401\d\d$/.test(String(region))) &&
  isAbsentOr(body.startsAt, isInstant) &&
  isAbsentOr(body.endsAt, isInstant);

const DESK_SANE: Readonly<Record<string, (body: unknown) => boolean>> = {
  'POST /api/v1/organisations/:org/events': (body) => isDraft(body) && isEvents([(body as Json).id]),
  'PUT /api/v1/organisations/:org/events/:id': isDraft,
  'POST /api/v1/organisations/:org/events/:id/approve': (body) => hasOnly(body, 'rev') && isWhole(body.rev, 2, 2),
  'POST /api/v1/organisations/:org/events/:id/return': (body) =>
    hasOnly(body, 'rev', 'reason') && isWhole(body.rev, 2, 2) && isClean(body.reason, 200),
  'POST /api/v1/organisations/:org/events/:id/cancel': (body) => hasOnly(body, 'reason') && isClean(body.reason, 200),
  'POST /api/v1/organisations/:org/events/:id/clone': (body) =>
    hasOnly(body, 'dates') && isListOf(body.dates, 31, (day) => /^\d{4}-\d\d-\d\d$/.test(String(day))),
  'POST /api/v1/organisations/:org/events/:id/roster/export': (body) =>
    hasOnly(body, 'columns', 'purpose', 'format') &&
    isListOf(body.columns, 12, (column) => /^[a-zA-Z]+$/.test(String(column))) &&
    isOneOf('entry', 'contact', 'seating', 'certificate')(body.purpose),
};

/** Scans are answered one by one, so an upload with a bad one is taken. */
const isUpload = (body: unknown): boolean =>
  hasOnly(body, 'scans', 'unsent') &&
  Array.isArray(body.scans) &&
  isWhole(body.scans.length, 1, 50) &&
  isAbsentOr(body.unsent, (unsent) => isWhole(unsent, 0, 1_000_000));

const DOOR_SANE: Readonly<Record<string, (body: unknown) => boolean>> = {
  'POST /api/v1/devices': (body) => hasOnly(body, 'code') && String(body.code).trim().length >= 8,
  'POST /api/v1/door/scans': isUpload,
  'POST /api/v1/organisations/:org/events/:id/scans': isUpload,
  'POST /api/v1/organisations/:org/devices/pairings': (body) =>
    hasOnly(body, 'name', 'events', 'from', 'to') &&
    isClean(body.name, 40) &&
    isListOf(body.events, 50, (id) => id === 'held') &&
    isInstant(body.from) &&
    isInstant(body.to),
  'POST /api/v1/organisations/:org/events/:id/scans/:scan/settle': (body) =>
    hasOnly(body, 'decision', 'word') && isOneOf('accept', 'void')(body.decision),
};

const SANE: Readonly<Record<string, (body: unknown) => boolean>> = {
  ...STAFF_SANE,
  ...DESK_SANE,
  ...DOOR_SANE,
  'POST /api/v1/sessions': (body) =>
    hasOnly(body, 'kind') ? body.kind === 'device' : hasOnly(body, 'kind', 'code') && isText(body.code, 128),
  'POST /api/v1/sign-ups': (body) =>
    hasOnly(body, 'id', 'eventId', 'consent', 'form') &&
    /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(String(body.id)) &&
    body.consent === '1' &&
    (FORMS[String(body.eventId)]?.(body.form) ?? false),
  'PATCH /api/v1/sign-ups/:id': isCorrection,
  'POST /api/v1/sign-ups/:id': isCorrection,
  'POST /api/v1/inbox/read': (body) => hasOnly(body, 'upTo') && isWhole(body.upTo, 0, Number.MAX_SAFE_INTEGER),
  'POST /api/v1/messages/grants': (body) =>
    hasOnly(body, 'templates') && isListOf(body.templates, 5, (each) => typeof each === 'string' && each.length <= 128),
  'PUT /api/v1/events/:id': isEvent,
  'POST /api/v1/events/:id/cancel': (body) => hasOnly(body, 'reason') && isClean(body.reason, 200),
};

/** Whether a route may have accepted this; one that reads no body takes none amiss. */
export function isSane(route: Route, payload: Buffer): boolean {
  const check = SANE[nameOf(route)];
  if (!check) return true;
  try {
    return check(JSON.parse(payload.toString()));
  } catch {
    return false;
  }
}
