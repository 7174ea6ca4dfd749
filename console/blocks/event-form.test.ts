import * as v from 'valibot';
import { DraftBodySchema } from '../../domain/event/draft';
import { PublishBodySchema } from '../../domain/event/event';
import { contentOf } from '../testing/fake-data';
import { bodyOf, emptyForm, formOf, toInstant, toWall } from './event-form';

test.each([
  ['an event in full', contentOf('开放日', 8)],
  ['without sign-up', contentOf('开放日', 8, { signUp: null })],
  ['without a place', contentOf('开放日', 8, { venue: null })],
  ['with every line', contentOf('开放日', 8, { meetAt: '大厅', suits: '成人', bring: '笔' })],
])('%s goes through the form and back unchanged', (_, content) => {
  const body = bodyOf(formOf(content));
  expect(body).toEqual(content);
  expect(v.is(PublishBodySchema, body)).toBe(true);
});

test.each([
  ['nothing', {}, { summary: '', signUp: null, audiences: ['公众'], organiser: { name: '拉萨' } }],
  ['a place without coordinates', { venueName: '检测中心' }, { venue: { name: '检测中心' } }],
  ['sign-up without numbers', { takesSignUps: true }, { signUp: { form: 'visit' } }],
])('%s filled in makes a draft with gaps, not with zeros, and comes back', (_, filled, expected) => {
  const form = { ...emptyForm('2026', '540100', '拉萨'), ...filled };
  const body = bodyOf(form);
  expect(body).toMatchObject(expected);
  expect(JSON.stringify(body)).not.toMatch(/NaN|startsAt|title|capacity|latitude/);
  expect(formOf(v.parse(DraftBodySchema, body))).toEqual(form);
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
])('%s is the instant %s', (wall, instant) => {
  expect(toInstant(wall)).toBe(instant);
});
