import { fireEvent, screen, waitFor } from '@testing-library/react';
import { field, openConsole, press, seen, type } from '../testing/open-console';

const NOTICE = `关于开展2027年全国“质量月”活动的通知
测检〔2027〕1号
一、活动主题
质量强国 你我同行
二、活动内容
（一）开展质量开放日。组织实验室开放日。`;

test('F8: a year is made from a pasted notice and a file; what differs is shown to the character; then it opens', async () => {
  const { server } = openConsole('/o/lasa/campaigns');
  await seen('2026 · 现在的主题 · 进行中');
  type('年度', '2027');
  press('准备新年度');
  await seen('保存并核对');
  type('活动主题', '质量强国 你我同心');
  type('文号', '测检〔2027〕1号');
  type('标题', '关于开展2027年全国“质量月”活动的通知');
  type('牵头部门', '市场监管总局');
  type('印发日期', '2027-08-20');
  type('通知原文', NOTICE);
  press('保存并核对');
  await seen('有 1 处与原文不一致，改好后才能开放');
  await seen('识别出 2 段');
  expect(screen.getByText('心').tagName).toBe('MARK');

  type('活动主题', '质量强国 你我同行');
  press('保存并核对');
  await seen('主题、口号、文件和活动项目都与粘贴的原文一字不差。');
  expect(screen.getByRole<HTMLButtonElement>('button', { name: '开放新年度' }).disabled).toBe(true);
  fireEvent.change(field('选择文件'), { target: { files: [new File(['x'], 'items.csv')] } });
  await seen('已导入 1 个活动项目。');
  await waitFor(() => {
    expect(screen.getByRole<HTMLButtonElement>('button', { name: '开放新年度' }).disabled).toBe(false);
  });
  press('开放新年度');
  await seen(/现在的年度转为往年/);
  fireEvent.click(screen.getAllByRole('button', { name: '开放新年度' }).at(-1) ?? document.body);
  await seen('2027 · 质量强国 你我同行 · 进行中');
  expect(server.told.some(({ path }) => path.endsWith('/campaigns/2027/open'))).toBe(true);
});
