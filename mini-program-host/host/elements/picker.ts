import { areaList } from '@vant/area-data';
import { WxElement } from './base';
import type { FormControl } from './text-field';

export interface PickerRequest {
  title: string;
  /** The columns to show for what is chosen so far. */
  columns: (chosen: number[]) => string[][];
  chosen: number[];
  moved: (column: number, value: number) => void;
  done: (chosen: number[] | undefined) => void;
}

const two = (value: number): string => String(value).padStart(2, '0');
const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, index) => from + index);
const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const daysInMonth = (year: number, month: number): number => {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
};
const captions = (list: unknown, key: string): string[] =>
  Array.isArray(list)
    ? list.map((item: unknown) =>
        typeof item === 'object' && item !== null && key !== ''
          ? String((item as Record<string, unknown>)[key])
          : String(item),
      )
    : [];

interface Place {
  code: string;
  name: string;
}

const placesUnder = (list: Record<string, string>, prefix: string): Place[] =>
  Object.entries(list)
    .filter(([code]) => code.startsWith(prefix))
    .map(([code, name]) => ({ code, name }));

/** Province, city and county below what is chosen. */
function regionColumns(chosen: number[], level: number): Place[][] {
  const provinces = placesUnder(areaList.province_list, '');
  const province = provinces[chosen[0] ?? 0];
  const cities = placesUnder(areaList.city_list, province?.code.slice(0, 2) ?? '');
  const city = cities[chosen[1] ?? 0];
  const counties = placesUnder(areaList.county_list, city?.code.slice(0, 4) ?? '');
  return [provinces, cities, counties].slice(0, level);
}

const regionLevels: Record<string, number> = { province: 1, city: 2, region: 3, 'sub-district': 3 };
const dateParts: Record<string, number> = { year: 1, month: 2, day: 3 };

/** Asks the host for a sheet of columns (`wx-pick`), and sends what was chosen as its mode words it. */
export class WxPicker extends WxElement implements FormControl {
  private value: unknown;

  constructor() {
    super();
    this.addEventListener('click', () => {
      if (!this.flag('disabled')) this.open();
    });
  }

  get formName(): string {
    return this.text('name');
  }

  formValue(): unknown {
    return this.value;
  }

  formReset(): void {
    this.value = undefined;
  }

  protected override update(): void {
    this.value = this.given('value');
  }

  private open(): void {
    const { columns, chosen, result } = this.describe();
    const request: PickerRequest = {
      title: this.text('header-text', '请选择'),
      columns,
      chosen,
      moved: (column, value) => {
        this.send('columnchange', { column, value });
      },
      done: (indexes) => {
        if (indexes) {
          const detail = result(indexes);
          this.value = detail.value;
          this.become('value', detail.value);
          this.send('change', detail);
        } else {
          this.send('cancel');
        }
      },
    };
    this.dispatchEvent(new CustomEvent('wx-pick', { bubbles: true, detail: request }));
  }

  private describe(): {
    columns: (chosen: number[]) => string[][];
    chosen: number[];
    result: (chosen: number[]) => { value: unknown };
  } {
    switch (this.text('mode', 'selector')) {
      case 'multiSelector':
        return this.describeLists();
      case 'date':
        return this.describeDate();
      case 'time':
        return this.describeTime();
      case 'region':
        return this.describeRegion();
      default: {
        const list = captions(this.given('range'), this.text('range-key'));
        return {
          columns: () => [list],
          chosen: [Number(this.value ?? 0)],
          // WeChat gives the index as text.
          result: ([index = 0]) => ({ value: String(index) }),
        };
      }
    }
  }

  private describeLists(): ReturnType<WxPicker['describe']> {
    const key = this.text('range-key');
    // Read anew every time: an app answers `columnchange` with other lists.
    const columns = (): string[][] => {
      const lists = this.given('range');
      return Array.isArray(lists) ? lists.map((list) => captions(list, key)) : [];
    };
    const chosen = Array.isArray(this.value) ? this.value.map(Number) : [];
    return { columns, chosen: columns().map((_, index) => chosen[index] ?? 0), result: (value) => ({ value }) };
  }

  private describeDate(): ReturnType<WxPicker['describe']> {
    const parts = dateParts[this.text('fields', 'day')] ?? 3;
    const [firstYear, lastYear] = [this.text('start', '1970'), this.text('end', '2099')].map((date) =>
      Number(date.slice(0, 4)),
    );
    const years = range(firstYear ?? 1970, lastYear ?? 2099);
    const value = typeof this.value === 'string' ? this.value.split('-').map(Number) : [];
    const daysIn = (chosen: number[]): number => daysInMonth(years[chosen[0] ?? 0] ?? 1970, (chosen[1] ?? 0) + 1);
    const within = ([year = 0, month = 0, day = 0]: number[]): string => {
      const text = [String(years[year]), two(month + 1), two(day + 1)].slice(0, parts).join('-');
      const [start, end] = [this.text('start'), this.text('end')];
      if (start !== '' && text < start.slice(0, text.length)) return start.slice(0, text.length);
      return end !== '' && text > end.slice(0, text.length) ? end.slice(0, text.length) : text;
    };
    return {
      columns: (chosen) =>
        [
          years.map((year) => `${year}年`),
          range(1, 12).map((month) => `${two(month)}月`),
          range(1, daysIn(chosen)).map((day) => `${two(day)}日`),
        ].slice(0, parts),
      chosen: [Math.max(0, years.indexOf(value[0] ?? 0)), (value[1] ?? 1) - 1, (value[2] ?? 1) - 1].slice(0, parts),
      result: (chosen) => ({ value: within(chosen) }),
    };
  }

  private describeTime(): ReturnType<WxPicker['describe']> {
    const value = typeof this.value === 'string' ? this.value.split(':').map(Number) : [];
    return {
      columns: () => [range(0, 23).map(two), range(0, 59).map(two)],
      chosen: [value[0] ?? 0, value[1] ?? 0],
      result: ([hour = 0, minute = 0]) => ({ value: `${two(hour)}:${two(minute)}` }),
    };
  }

  private describeRegion(): ReturnType<WxPicker['describe']> {
    const level = regionLevels[this.text('level', 'region')] ?? 3;
    const names = Array.isArray(this.value) ? this.value.map(String) : [];
    const chosen: number[] = [];
    for (let column = 0; column < level; column++) {
      const list = regionColumns(chosen, level)[column] ?? [];
      chosen.push(
        Math.max(
          0,
          list.findIndex((place) => place.name === names[column]),
        ),
      );
    }
    return {
      columns: (indexes) => regionColumns(indexes, level).map((list) => list.map((place) => place.name)),
      chosen,
      result: (indexes) => {
        const places = regionColumns(indexes, level).map((list, column) => list[indexes[column] ?? 0]);
        const code = places.map((place) => place?.code ?? '');
        return { value: places.map((place) => place?.name ?? ''), code, postcode: '' };
      },
    };
  }
}
