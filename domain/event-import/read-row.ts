/** One row as the body of an event. What the file has no column for stays as the event has it. */
import type { WirePublishBody } from '../event/event';
import { plainLine } from '../text/plain-text';
import { formatInstant } from '../time/time';
import type { ColumnKey } from './columns';
import { findItem } from './find-item';
import { findRegion } from './find-region';
import type { ImportFacts } from './import-types';
import { readDate } from './read-date';
import { plainLines, readAudiences, readCoordinates, readCount, readForm, withoutFraction } from './read-values';
import type { Reading, RowCells } from './row-cells';
import type { Epoch } from './sheet';

export interface RowContext {
  readonly facts: ImportFacts;
  readonly epoch: Epoch;
  /** The event as it is, where there is one of this number. */
  readonly before: WirePublishBody | null;
}

export interface RowBody {
  readonly body: Record<string, unknown>;
  /** Paths whose cell could not be read. */
  readonly faultyPaths: ReadonlySet<string>;
}

type Part<T> = { readonly isFilled: boolean; readonly value: T | undefined };

export function readRow(cells: RowCells, { facts, epoch, before }: RowContext): RowBody {
  const faultyPaths = new Set<string>();

  /** A column's value: the file's, or the event's where the file has no such column; empty and faulty cells have none. */
  function part<T>(
    key: ColumnKey,
    paths: readonly string[],
    old: T | undefined,
    read: (reading: Extract<Reading, { state: 'filled' }>) => T | undefined,
  ): Part<T> {
    const reading = cells.read(key);
    if (reading.state === 'absent') return { isFilled: old !== undefined, value: old };
    const value = reading.state === 'filled' ? read(reading) : undefined;
    const isFaulty = reading.state === 'faulty' || (reading.state === 'filled' && value === undefined);
    if (isFaulty) for (const path of paths) faultyPaths.add(path);
    return { isFilled: reading.state !== 'empty', value };
  }

  const line = (key: ColumnKey, path: string, old: string | undefined): Part<string> =>
    part(key, [path], old, ({ text }) => withoutFraction(plainLine(text)));

  const found = (
    key: ColumnKey,
    path: string,
    old: string | undefined,
    find: (text: string) => ReturnType<typeof findItem> | ReturnType<typeof findRegion>,
  ): Part<string> =>
    part(key, [path], old, ({ text }) => {
      const result = find(text);
      if (!result.ok) cells.addFault(key, result.code, result.detail);
      return result.ok ? result.value : undefined;
    });

  function parsed<T>(
    key: ColumnKey,
    paths: readonly string[],
    old: T | undefined,
    read: (text: string) => { readonly ok: true; readonly value: T } | { readonly ok: false; readonly code: string },
  ): Part<T> {
    return part(key, paths, old, ({ text }) => {
      const result = read(text);
      if (!result.ok) cells.addFault(key, result.code);
      return result.ok ? result.value : undefined;
    });
  }

  const instant = (key: ColumnKey, path: string, edge: 'start' | 'end', old: string | undefined): Part<string> =>
    part(key, [path], old, ({ cell }) => {
      const reading = readDate(cell, { year: facts.campaign.year, epoch, edge });
      if (!reading.ok) {
        cells.addFault(key, reading.code);
        return undefined;
      }
      if (reading.timeMissing) cells.addWarning(key, 'time-missing');
      return formatInstant(reading.instant);
    });

  function readVenue(): unknown {
    const old = before?.venue ?? undefined;
    const oldPlace = old && { latitude: old.latitude, longitude: old.longitude };
    const name = line('venue', 'venue.name', old?.name);
    const address = line('address', 'venue.address', old?.address);
    const place = parsed('coordinates', ['venue.latitude', 'venue.longitude'], oldPlace, readCoordinates);
    if (![name, address, place].some(({ isFilled }) => isFilled)) return null;
    const isSamePlace =
      old?.latitude === place.value?.latitude && old?.longitude === place.value?.longitude && old !== undefined;
    return {
      name: name.value,
      address: address.value,
      ...place.value,
      ...(isSamePlace && old.confirmedFar === true && { confirmedFar: true }),
    };
  }

  function readSignUp(): unknown {
    const old = before?.signUp ?? undefined;
    const form = part<{ readonly name: string | null }>(
      'form',
      ['signUp.form'],
      old && { name: old.form },
      ({ text }) => {
        const result = readForm(text);
        if (!result.ok) cells.addFault('form', result.code);
        return result.ok ? { name: result.value } : undefined;
      },
    );
    const rest = {
      opensAt: instant('opensAt', 'signUp.opensAt', 'start', old?.opensAt),
      closesAt: instant('closesAt', 'signUp.closesAt', 'end', old?.closesAt),
      capacity: parsed('capacity', ['signUp.capacity'], old?.capacity, readCount),
      maxParty: parsed('maxParty', ['signUp.maxParty'], old?.maxParty, readCount),
    };
    const keys = ['opensAt', 'closesAt', 'capacity', 'maxParty'] as const;
    const filled = keys.filter((key) => cells.has(key) && rest[key].isFilled);
    if (form.value?.name === null) {
      for (const key of filled) cells.addWarning(key, 'not-used');
      return null;
    }
    if (!form.isFilled && filled.length === 0) return null;
    const values = keys.map((key) => [key, rest[key].value] as const);
    // No column says so; what the console set stays.
    const switches = old?.wechatOnly === true && { wechatOnly: true as const };
    return { form: form.value?.name, ...Object.fromEntries(values), ...switches };
  }

  const programmeId = found('item', 'programmeId', before?.programmeId, (text) => findItem(text, facts.items)).value;
  const item = facts.items.find(({ id }) => id === programmeId);
  const optional = (key: 'suits' | 'bring' | 'meetAt'): object => {
    const { value } = line(key, key, before?.[key]);
    return value === undefined ? {} : { [key]: value };
  };
  const phone = part('phone', ['organiser.phone'], before?.organiser.phone, ({ cell, text }) => {
    const plain = withoutFraction(plainLine(text));
    // A landline with its area code begins with 0, which a number loses; service numbers and mobiles do not.
    if (cell.kind === 'number' && /^[2-9]\d{9,10}$/.test(plain) && !/^(?:400|800|95)/.test(plain)) {
      cells.addWarning('phone', 'zero-lost');
    }
    return plain;
  }).value;
  const audiences = parsed('audiences', ['audiences'], before?.audiences, readAudiences);
  const body = {
    campaign: facts.campaign.id,
    programmeId,
    title: line('title', 'title', before?.title).value,
    summary: part('summary', ['summary'], before?.summary, ({ text }) => plainLines(text)).value ?? '',
    organiser: {
      name: line('organiser', 'organiser.name', before?.organiser.name).value ?? facts.organiser ?? undefined,
      ...(phone !== undefined && { phone }),
    },
    region: found('region', 'region', before?.region, (text) => findRegion(text, facts.scope)).value,
    venue: readVenue(),
    startsAt: instant('startsAt', 'startsAt', 'start', before?.startsAt).value,
    endsAt: instant('endsAt', 'endsAt', 'end', before?.endsAt).value,
    audiences: audiences.value ?? (audiences.isFilled ? undefined : item?.audiences),
    signUp: readSignUp(),
    ...optional('suits'),
    ...optional('bring'),
    ...optional('meetAt'),
  };
  if (programmeId === undefined && body.audiences === undefined) faultyPaths.add('audiences');
  return { body, faultyPaths };
}
