/** The text of a message. WeChat takes 20 characters in a text field, and no names of people are ever put there. */
import type { NoticeKind } from '../../domain/notice/inbox';
import { wallClock } from '../../domain/time/time';
import type { EventRow } from '../db/schema';
import type { MessageTemplate } from './templates';

const MOST_CHARACTERS = 20;

const NOTES: Readonly<Record<NoticeKind, string>> = {
  'event-cancelled': '场次已由主办单位取消',
  changed: '场次信息有变化，请查看',
  promoted: '候补成功，请凭票参加',
  expired: '场次已开始，候补未成功',
  reminder: '场次将于一天内开始',
};

const pad = (value: number): string => String(value).padStart(2, '0');

function shorten(text: string): string {
  const characters = Array.from(text);
  return characters.length <= MOST_CHARACTERS ? text : `${characters.slice(0, MOST_CHARACTERS - 1).join('')}…`;
}

function timeOf(instant: number): string {
  const { year, month, date, hour, minute } = wallClock(instant);
  return `${year}年${pad(month)}月${pad(date)}日 ${pad(hour)}:${pad(minute)}`;
}

export type MessageEvent = Pick<EventRow, 'title' | 'startsAt' | 'venue'>;

/** The template's fields, filled. */
export function messageData(
  { fields }: MessageTemplate,
  kind: NoticeKind,
  event: MessageEvent,
): Record<string, string> {
  const values = {
    title: shorten(event.title),
    time: timeOf(event.startsAt),
    venue: shorten(event.venue?.name ?? '以主办单位通知为准'),
    note: NOTES[kind],
  };
  return Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, values[value]]));
}
