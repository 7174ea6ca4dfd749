import { cleanup, render, screen } from '@testing-library/react';
import type { ReactElement } from 'react';
import type { QualityEvent, WireEvent } from '../../../domain/event/event';
import { freshApp, holdEvents, settle, tap } from '../../testing/fresh-app';
import { phone } from '../../testing/fake-taro';
import { at, held } from '../../testing/held-events';
import { RecordingCanvas } from '../../testing/recording-canvas';
import { CardFooter } from './card-footer';
import { CARD_AREA } from './card-view';
import { InvitationView } from './invitation-view';
import { useCardActs } from './use-card-acts';
import { useDrawnCard } from './use-drawn-card';
import { useInvitation } from './use-invitation';

const NOW = at('10T09:00');
freshApp(NOW);

let canvas = new RecordingCanvas();
const written = (): string => canvas.written.map(({ text }) => text).join('');
let shown: ReturnType<typeof useInvitation> | undefined;

function Poster({ event, start }: { readonly event: QualityEvent; readonly start?: string }): ReactElement {
  const invitation = useInvitation(event, start, NOW);
  const drawn = useDrawnCard(CARD_AREA, invitation, null);
  const acts = useCardActs(invitation, drawn.takePicture);
  shown = invitation;
  return (
    <>
      <InvitationView invitation={invitation} drawn={drawn.label} />
      <CardFooter acts={acts} />
    </>
  );
}

const VENUE = { name: '计量院', address: '北京路1号', latitude: 29.65, longitude: 91.1 };
async function show(part: Partial<WireEvent> = {}, start?: string): Promise<void> {
  render(<Poster event={held('走进计量实验室', '18T14:00', '18T16:00', part)} start={start} />);
  await settle(1);
  await settle(1);
}

beforeEach(() => {
  canvas = new RecordingCanvas();
  phone.canvas = { width: 0, height: 0, getContext: () => canvas.context };
});

test('it says what, when and where, and that it is free; the words of a screen reader name it', async () => {
  await show({ venue: VENUE });
  const text = written();
  for (const words of ['走进计量实验室', '9月18日', '14:00', '计量院', '自愿参加，不收费'])
    expect(text).toContain(words);
  expect(screen.getByRole('img').getAttribute('aria-label')).toBe('邀请：走进计量实验室。庄重红海报');
});

test('without a venue it names the region, and nothing that nobody stated', async () => {
  await show({ venue: null });
  expect(written()).toContain('拉萨市城关区');
});

test.each([
  ['light', '素雅'],
  ['poster', '大字'],
  ['neon', '庄重红'],
  [undefined, '庄重红'],
])('a link that names the design %s begins with %s', async (start, name) => {
  await show({}, start);
  expect(screen.getByRole('radio', { checked: true }).getAttribute('aria-label')).toBe(name);
});

test('another design is drawn at once; a long title is in lines, none of them lost', async () => {
  const title = '食品检验检测机构实验室开放日暨食品安全知识亲子体验活动';
  await show({ title });
  for (const name of ['素雅', '剪纸', '大字', '庄重红']) {
    canvas.written.length = 0;
    await tap(name);
    await settle(1);
    expect(screen.getByRole('img').getAttribute('aria-label')).toContain(`${name}海报`);
    expect(written()).toContain(title);
  }
});

test('it leads to the event, at the address that the deployment gives, else at the server’s own', async () => {
  await show();
  const path = `/#/packages/event/index?id=${encodeURIComponent('走进计量实验室')}`;
  expect(shown?.address).toBe(path);
  cleanup();
  holdEvents([], { deployment: { webAddress: 'https://quality.example.cn' } });
  await show();
  expect(shown?.address).toBe(`https://quality.example.cn${path}`);
});

test('kept, it is a picture of an upright sheet', async () => {
  await show();
  await tap('保存图片');
  expect(phone.acts).toEqual(['saveImageToPhotosAlbum tmp/1-1080x1620.png']);
});
