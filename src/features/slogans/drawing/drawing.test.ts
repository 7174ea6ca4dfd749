import fc from 'fast-check';
import { DESIGNS, type Design } from '../../../../domain/slogan/card-scene';
import { QUIET_MODULES, qrMatrix } from '../../../../domain/sign-up/qr';
import { titleLines } from '../../../../domain/text/line-wrap';
import { RecordingCanvas, type Written } from '../../../testing/recording-canvas';
import { drawCard } from './card';
import { CODE_SIDE } from './foot';
import { CARD_SCALE, type CardContent, type Format, FORMATS } from './sheet';

const ADDRESS = 'https://quality.example.cn/#/packages/slogans/index?campaign=2025&card=10&design=paper-cut';
const HINT = '扫码看身边的质量月活动';
const TEXTS = [
  '质量',
  '质量发展 利民惠民',
  '加强全面质量管理 促进质量强国建设',
  '推动质量变革、效率变革、动力变革 实现高质量发展',
  '人人关心质量 人人创造质量 人人享受质量',
  '以质量求生存 以品种求发展 以信誉求市场 以管理求效益',
];

const content = (text: CardContent['text'], part: Partial<CardContent> = {}): CardContent => ({
  text,
  label: '活动口号',
  name: '2025年“质量月”',
  year: 2025,
  code: { matrix: () => qrMatrix(ADDRESS), hint: HINT },
  ...part,
});

function drawn(of: CardContent, design: Design, format: Format): RecordingCanvas {
  const canvas = new RecordingCanvas();
  drawCard(canvas.context, of, design, format);
  return canvas;
}

/** Rounding of sums of widths. */
const HAIR = 0.01;
const overlap = (one: Written, other: Written): boolean =>
  one.left < other.right - HAIR &&
  other.left < one.right - HAIR &&
  one.top < other.bottom - HAIR &&
  other.top < one.bottom - HAIR;

/** What is wrong with a card as it was drawn, in words; the year that 大字 lets its edge cut is no fault. */
function faultsOf({ written, boxes }: RecordingCanvas, format: Format): string[] {
  const { width, height } = FORMATS[format];
  const texts = written.filter(({ isClipped }) => !isClipped);
  const outside = texts.filter(
    ({ left, right, top, bottom }) => left < 0 || top < 0 || right > width + HAIR || bottom > height + HAIR,
  );
  const pairs = texts.flatMap((one, index) =>
    texts.slice(index + 1).flatMap((other) => (overlap(one, other) ? [[one, other]] : [])),
  );
  const modules = boxes.filter((box) => box.width < 5);
  const [left, top] = [Math.min(...modules.map(({ x }) => x)), Math.min(...modules.map(({ y }) => y))];
  const onCode = texts.filter((each) => each.right > left && each.left < left + CODE_SIDE && each.bottom > top);
  return [
    ...outside.map(({ text }) => `${text} reaches over the edge`),
    ...pairs.map((pair) => `${pair.map(({ text }) => text).join(' and ')} overlap`),
    ...(modules.length === 0 ? [] : onCode.map(({ text }) => `${text} is on the code`)),
  ];
}

const SHEETS = DESIGNS.flatMap((design) =>
  (['portrait', 'square', 'wide'] as const).map((format) => [design, format] as const),
);

describe.each(SHEETS)('%s, %s', (design, format) => {
  const of = (text: string): CardContent => content(text, format === 'wide' ? { code: null } : {});

  test.each(TEXTS)('“%s” stands whole, within the edges, on nothing else', (text) => {
    const canvas = drawn(of(text), design, format);
    expect(faultsOf(canvas, format)).toEqual([]);
    const all = canvas.written.map((each) => each.text).join('');
    // In columns a phrase is written a character at a time, in rows at once.
    for (const phrase of text.split(' ')) expect(all).toContain(phrase);
    expect(all).toContain('2025');
  });

  test('whatever the phrases are, none is cut, broken or laid over another', () => {
    const phrase = fc.stringMatching(/^[质量发展利民惠强国建设，、]{1,16}$/);
    fc.assert(
      fc.property(fc.array(phrase, { minLength: 1, maxLength: 5 }), (phrases) => {
        const canvas = drawn(of(phrases.join(' ')), design, format);
        expect(faultsOf(canvas, format)).toEqual([]);
        const all = canvas.written.map((each) => each.text).join('');
        for (const each of phrases) expect(all).toContain(each);
      }),
    );
  });
});

describe.each(DESIGNS)('%s', (design) => {
  test('modules of the code end on whole pixels, with light around them', () => {
    const { boxes } = drawn(content('质量发展 利民惠民'), design, 'portrait');
    const modules = boxes.filter(({ width }) => width < 5);
    const dark = qrMatrix(ADDRESS).flat().filter(Boolean);
    expect(modules).toHaveLength(dark.length);
    for (const { x, y, width, height } of modules) {
      for (const edge of [x, y, width, height]) expect(edge * CARD_SCALE).toBeCloseTo(Math.round(edge * CARD_SCALE));
    }
    const [unit = 0, lefts] = [modules[0]?.width, modules.map(({ x }) => x)];
    const across = Math.max(...lefts) + unit - Math.min(...lefts);
    expect(CODE_SIDE - across).toBeGreaterThanOrEqual(2 * QUIET_MODULES * unit - 1);
  });

  test('WeChat’s own code takes the matrix’s place, which is then never made', () => {
    const matrix = jest.fn(() => qrMatrix(ADDRESS));
    const picture = {} as CanvasImageSource;
    const canvas = drawn(content('质量', { code: { matrix, hint: HINT, picture } }), design, 'square');
    expect(canvas.pictures).toHaveLength(1);
    expect(matrix).not.toHaveBeenCalled();
    expect(canvas.boxes.filter(({ width }) => width < 5)).toEqual([]);
  });

  test('a card that is tapped has neither code nor what leads to it', () => {
    const canvas = drawn(content('质量', { code: null }), design, 'wide');
    expect(canvas.pictures).toEqual([]);
    expect(canvas.written.map(({ text }) => text).join('')).not.toContain(HINT);
  });

  test('an invitation says when and where in full, however long, above the foot', () => {
    const place = fc.stringMatching(/^[拉萨市城关区计量检测中心一二三楼会议室]{4,60}$/);
    fc.assert(
      fc.property(place, fc.stringMatching(/^[走进食品检验室开放日]{2,30}$/), (where, title) => {
        const when = '9月18日 周五 14:00–16:00';
        const lines = titleLines(title, (count, longest) => Math.min(292 / longest, 200 / (count * 1.45)));
        const canvas = drawn(content(lines, { details: [when, where] }), design, 'invitation');
        expect(faultsOf(canvas, 'invitation')).toEqual([]);
        const all = canvas.written.map(({ text }) => text).join('');
        expect(all.replaceAll(' ', '')).toContain(when.replaceAll(' ', ''));
        expect(all).toContain(where);
        expect(all).toContain(title);
      }),
    );
  });
});

test('a fault is seen: what hangs over the edge, what lies on another, what covers the code', () => {
  const canvas = drawn(content('质量'), 'solemn', 'square');
  canvas.context.font = '900 60px serif';
  canvas.context.fillText('太靠右', 300, 300);
  canvas.context.fillText('重叠', 300, 310);
  const faults = faultsOf(canvas, 'square').join('\n');
  expect(faults).toMatch(/太靠右 reaches over the edge[\s\S]*太靠右 and 重叠 overlap[\s\S]*太靠右 is on the code/);
});
