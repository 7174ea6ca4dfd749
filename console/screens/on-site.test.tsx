import { fireEvent, screen, waitFor } from '@testing-library/react';
import { FakeServer } from '../testing/fake-server';
import { openConsole, press, seen, type } from '../testing/open-console';

const ON_SITE = '/o/lasa/on-site?event=open-day';

test('D5: live counts by event and device, unsent scans and rehearsals apart; nobody’s name', async () => {
  openConsole(ON_SITE);
  await seen('41 / 60 人');
  await seen('演练核验 2 人，不计入到场人数。');
  await seen('东门');
  await seen('4 条');
  expect(document.body.textContent).not.toMatch(/卓\*|138\*{4}/);
});

test('D10: without any check it says 未核验, never 0', async () => {
  const server = new FakeServer();
  server.state.onSite.isUnchecked = true;
  openConsole(ON_SITE, { server });
  await seen('未核验');
  expect(screen.queryByText('0 / 60 人')).toBeNull();
});

test('D9: a device is paired by a code, as letters, address and picture', async () => {
  const { server } = openConsole(ON_SITE);
  await seen('41 / 60 人');
  press('配对设备');
  await seen('核验哪些活动');
  press('生成配对码');
  await seen('请填写设备名称。');
  type('设备名称', '西门');
  press('生成配对码');
  await seen('ABCD EFGH');
  expect(screen.getByLabelText<HTMLInputElement>('配对网址').value).toMatch(/\/door\/#ABCDEFGH$/);
  const [offered] = server.told.filter(({ path }) => path.endsWith('/pairings'));
  expect(offered?.body).toMatchObject({ name: '西门', events: ['open-day'] });
});

test('D7: a flag is accepted, or voided with a word', async () => {
  const { server } = openConsole(ON_SITE);
  await seen('没有查到这张凭证');
  press('作废：没有查到这张凭证');
  const dialog = await screen.findByRole('dialog');
  press('作废', dialog);
  await seen('请填写作废原因。');
  type('作废原因', '重复登记');
  press('作废', dialog);
  await seen('已作废：重复登记');
  press('认可：超出凭证人数');
  await seen('已认可');
  expect(server.told.filter(({ path }) => path.endsWith('/settle')).map(({ body }) => body)).toEqual([
    { decision: 'void', word: '重复登记' },
    { decision: 'accept', word: '' },
  ]);
});

test('D10: numbers on paper are entered afterwards, each once', async () => {
  const { server } = openConsole(ON_SITE);
  await seen('41 / 60 人');
  press('补录');
  await seen('请填写 0 至 100000 的整数。');
  fireEvent.change(screen.getByRole('spinbutton', { name: '人数' }), { target: { value: '9' } });
  press('补录');
  await seen('50 / 60 人');
  await waitFor(() => {
    expect(server.state.onSite.paper).toBe(9);
  });
});
