import { cleanup, screen } from '@testing-library/react';
import type { QualityEvent } from '../../../domain/event/event';
import { forgetConsents, rememberConsent } from '../../sync/consents';
import { leaveAccount } from '../../sync/owners';
import { EVENT } from '../../testing/fake-account-server';
import { phone } from '../../testing/fake-taro';
import { errors, fillIn, openForm as open, tap, phoneForEachTest } from '../../testing/sign-up-form';

phoneForEachTest();

describe('consent', () => {
  const AGREE = '我已阅读并同意《报名隐私说明》';
  const another = (organiser: string): QualityEvent => ({ ...EVENT, id: 'another', organiser: { name: organiser } });
  const box = (): HTMLElement | null => screen.queryByLabelText(AGREE);
  const sent = (): number =>
    phone.sent.filter(({ method, url }) => method === 'POST' && url === '/api/v1/sign-ups').length;

  async function signUpAndOpen(next: QualityEvent): Promise<void> {
    await open();
    await fillIn();
    await tap('提交报名');
    cleanup();
    await open(next);
  }

  test('is not ticked beforehand, and names who receives what is filled in', async () => {
    await open(another('拉萨市计量所'));
    expect(box()?.getAttribute('aria-checked')).toBe('false');
    expect(screen.getByText(/只有主办单位（拉萨市计量所）/)).toBeTruthy();
  });

  test('given to an organiser is not asked for twice, and says so', async () => {
    await signUpAndOpen(another(EVENT.organiser.name));
    expect(box()).toBeNull();
    expect(screen.getByText(/您已同意.*这次不再重复询问/)).toBeTruthy();
    await tap('提交报名');
    expect(sent()).toBe(2);
  });

  test('is asked for again by another organiser', async () => {
    await signUpAndOpen(another('别的主办单位'));
    expect(box()?.getAttribute('aria-checked')).toBe('false');
    await tap('提交报名');
    expect(errors()).toContain('请先阅读并同意《报名隐私说明》');
    expect(sent()).toBe(1);
  });

  test.each([
    [
      'another version of the text',
      (): void => {
        forgetConsents();
        rememberConsent(EVENT.organiser.name, 'older');
      },
    ],
    ['what was filled in is forgotten', forgetConsents],
    ['the account is erased', leaveAccount],
  ])('is asked for again after %s', async (_, happen) => {
    await open();
    await fillIn();
    await tap('提交报名');
    cleanup();
    happen();
    await open(another(EVENT.organiser.name));
    expect(box()?.getAttribute('aria-checked')).toBe('false');
  });

  test('ticked but not sent is not given', async () => {
    await open();
    await fillIn();
    cleanup();
    await open(another(EVENT.organiser.name));
    expect(box()?.getAttribute('aria-checked')).toBe('false');
  });
});
