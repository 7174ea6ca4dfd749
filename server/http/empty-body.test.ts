/** WeChat's `wx.request` says `content-type: application/json` with every POST and DELETE, also where there is no body. */
import { OPEN, SIGN_UP } from '../testing/content';
import type { TestApp } from '../testing/app';
import { newParticipant } from '../testing/participants';
import { useTestServer } from '../testing/test-server';

const testServer = useTestServer('embedded');
let at: TestApp;
beforeEach(async () => {
  at = await testServer.openFresh({ now: () => OPEN });
});

test.each([
  ['POST', (id: string) => `/api/v1/sign-ups/${id}/cancel`, 200],
  ['DELETE', () => '/api/v1/me', 204],
  ['DELETE', () => '/api/v1/sessions/current', 204],
] as const)('%s without a body, called JSON all the same', async (method, url, status) => {
  await at.publish('e', { signUp: SIGN_UP });
  const person = await newParticipant(at);
  const { id } = await person.signUp('e');
  const headers = { ...person.headers, 'content-type': 'application/json' };
  const answer = await at.ask({ method, url: url(id), headers, payload: '' });
  expect(answer.status).toBe(status);
});
