/** Why a region has nothing ahead. */
import type { QualityEvent } from '../domain/event/event';
import { covers } from '../domain/region/region';
import { t } from './strings';

interface NamedRegion {
  readonly code: string;
  readonly name: string;
}

/** `events`: all that are known, past ones too. What is over was published all the same. */
export function noneWords({ code, name }: NamedRegion, events: readonly QualityEvent[]): string {
  return events.some(({ region }) => covers(code, region)) ? t.home.overIn(name) : t.home.emptyIn(name);
}
