/** An event as a row of texts: what an export writes, what an import reads back, and what the two are compared by. */
import type { PublishBody } from '../event/event';
import { parseInstant } from '../time/time';
import { COLUMN_KEYS, FORM_NAMES, NO_SIGN_UP, type ColumnKey } from './columns';
import { regionLabel } from './find-region';
import { clockText } from './sheet';

export type RowTexts = Readonly<Record<ColumnKey, string>>;

const instantText = (text: string | undefined): string => {
  const instant = text === undefined ? null : parseInstant(text);
  return instant === null ? '' : clockText(instant);
};

/** `itemLabel`: the item's name with its number, or its number where its name is not known. */
export function toTexts(id: string, body: PublishBody, itemLabel: string): RowTexts {
  const { organiser, venue, signUp } = body;
  return {
    id,
    item: itemLabel,
    title: body.title,
    summary: body.summary,
    organiser: organiser.name,
    phone: organiser.phone ?? '',
    region: regionLabel(body.region),
    venue: venue?.name ?? '',
    address: venue?.address ?? '',
    coordinates: venue === null ? '' : `${venue.latitude},${venue.longitude}`,
    startsAt: instantText(body.startsAt),
    endsAt: instantText(body.endsAt),
    audiences: body.audiences.join('、'),
    form: signUp === null ? NO_SIGN_UP : FORM_NAMES[signUp.form],
    opensAt: instantText(signUp?.opensAt),
    closesAt: instantText(signUp?.closesAt),
    capacity: signUp === null ? '' : String(signUp.capacity),
    maxParty: signUp === null ? '' : String(signUp.maxParty),
    suits: body.suits ?? '',
    bring: body.bring ?? '',
    meetAt: body.meetAt ?? '',
  };
}

/** The columns whose texts differ, in the order of the form. */
export function differingColumns(from: RowTexts, to: RowTexts): ColumnKey[] {
  return COLUMN_KEYS.filter((key) => from[key] !== to[key]);
}
