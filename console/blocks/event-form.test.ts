import * as v from 'valibot';
import { PublishBodySchema } from '../../domain/event/event';
import { contentOf } from '../testing/fake-data';
import { bodyOf, emptyForm, formOf, toInstant, toWall } from './event-form';

test.each([
  ['an event in full', contentOf('开放日', 8)],
  ['without sign-up', contentOf('开放日', 8, { signUp: null })],
  ['without a place', contentOf('开放日', 8, { venue: null })],
  ['with every line', contentOf('开放日', 8, { meetAt: '大厅', suits: '成人', bring: '笔' })],
])('%s goes through the form and back unchanged', (_, content) => {
  expect(v.parse(PublishBodySchema, bodyOf(formOf(content)))).toEqual(content);
});

test('an empty form makes a draft with gaps, not with zeros', () => {
  const body = bodyOf({ ...emptyForm('2026', '540100', '拉萨'), takesSignUps: true });
  expect(body).toMatchObject({ programmeId: null, startsAt: null, endsAt: null });
  expect(JSON.parse(JSON.stringify(body))).toMatchObject({ signUp: { form: 'visit', opensAt: null, closesAt: null } });
  expect(JSON.stringify(body)).not.toMatch(/capacity|latitude/);
});

test.each([
  ['2026-09-18T14:00:00+08:00', '2026-09-18T14:00'],
  ['2026-09-18T06:00:00Z', '2026-09-18T14:00'],
  [null, ''],
  ['nonsense', ''],
])('%s is %s on the wall in China', (instant, wall) => {
  expect(toWall(instant)).toBe(wall);
});

test.each([
  ['2026-09-18T14:00', '2026-09-18T14:00:00+08:00'],
  ['2026-09-18T14:00:00', '2026-09-18T14:00:00+08:00'],
  ['', null],
])('%s is the instant %s', (wall, instant) => {
  expect(toInstant(wall)).toBe(instant);
});
