import type { EngineDriver } from './driver';
import type { LaunchOptions } from './launch';
import { useFixture } from './use-fixture';

// The built-in components and `wx`, on the same hand-written mini-program as the engine's own tests.
const openFixture = useFixture();
let app: EngineDriver;
const open = async (options: Partial<LaunchOptions> = {}): Promise<void> => {
  app = await openFixture(options);
};

describe('forms', () => {
  beforeEach(async () => {
    await open();
    await app.switchTab('表单');
  });

  test('an input tells what is typed, obeys its value, and ends at its length', async () => {
    await app.fill('姓名', 'a1b2cdefg');
    await app.waitText('focus blur abc');
    await app.fill('备注', '写在这里');
    await app.waitText('备注是写在这里');
  });

  test('a form collects its controls', async () => {
    await app.fill('备注', '好');
    await app.pick('种类', ['培训']);
    await app.waitText('种类 1');
    await app.tap('同意');
    await app.waitText('switch true');
    await app.tap('甲项');
    await app.tap('远处的标签');
    await app.tap('右');
    await app.tap('提交');
    await app.waitText('{"name":"","note":"好","kind":"1","agree":true,"boxes":["a"],"one":"y"}');
    await app.tap('清空');
    await app.waitText('reset');
  });

  test('pickers of several columns, of dates within bounds, of times', async () => {
    await app.pick('联动', ['西', '四']);
    await app.waitText('联动 11');
    await app.pick('日期', ['2024年', '01月', '05日']);
    await app.waitText('日期 2024-01-10');
    await app.pick('日期', ['2024年', '02月', '29日']);
    await app.waitText('日期 2024-02-29');
    await app.pick('时间', ['09', '05']);
    await app.waitText('时间 09:05');
  });

  test('a scroll view goes where it is told and says that it is at its end', async () => {
    await app.tap('滚到');
    await app.waitText('结果:lower');
  });

  test('what comes into sight is observed', async () => {
    await app.tap('看着');
    await app.waitText('没见');
    await app.tap('滚到');
    await app.waitText('看见');
  });

  test('rich text keeps what is allowed, a map lists its markers', async () => {
    await app.waitText('富文本');
    expect(await app.page.locator('wx-rich-text script').count()).toBe(0);
    await app.tap('会场');
    await app.waitText('marker 7');
  });

  test('a canvas becomes a picture in the album, unless that is refused', async () => {
    await app.tap('画卡');
    await app.waitText('存好了');
    const [picture] = await app.album();
    expect(picture?.subarray(1, 4).toString()).toBe('PNG');
    expect([picture?.readUInt32BE(16), picture?.readUInt32BE(20)]).toEqual([80, 40]);
    await app.deny('saveImageToPhotosAlbum');
    await app.tap('画卡');
    await app.waitText('saveImageToPhotosAlbum:fail auth deny');
  });
});

describe('wx', () => {
  beforeEach(() => open());

  test('dialogs are drawn and tapped', async () => {
    await app.tap('询问');
    await app.waitText('想好了再说');
    await app.tap('取消');
    await app.waitText('答false');
    await app.tap('选择');
    await app.tap('乙');
    await app.waitText('选1');
    await app.tap('选择');
    await app.tap('取消');
    await app.waitText('showActionSheet:fail cancel');
  });

  test('a request brings status, data and headers; a slow one ends; none runs offline', async () => {
    await app.page.route('https://api.example/data', (route) =>
      route.fulfill({ status: 404, json: { code: 'gone' }, headers: { date: 'Mon, 01 Sep 2025 00:00:00 GMT' } }),
    );
    await app.page.route('https://api.example/hang', () => undefined);
    await app.tap('加载');
    await app.waitText('{"status":404,"data":{"code":"gone"},"date":"Mon, 01 Sep 2025 00:00:00 GMT"}');
    await app.tap('久等');
    await app.waitText('request:fail timeout 5');
    await app.setOffline(true);
    await app.tap('加载');
    await app.waitText('ERR_INTERNET_DISCONNECTED');
    expect(await app.calls('request')).toHaveLength(3);
  });

  test('storage ends at 1 MB a key and 10 MB in all', async () => {
    await app.tap('存满');
    await app.waitText(
      /one ok\|setStorageSync:fail entry size limit reached\|(k\d ok\|){9}setStorageSync:fail exceed storage max size 10Mb/,
    );
    expect(Object.keys(await app.storage())).toHaveLength(10);
  });

  test('a module sees nothing of the browser, and an API that is not supported says so', async () => {
    await app.tap('越界');
    await app.waitText('结果:undefined,undefined,undefined,undefined,undefined,undefined');
    await app.tap('没有的接口');
    await app.waitText('wx.chooseAddress is not supported by mini-program-host');
  });

  test('only a declared location is given, and answers can be set', async () => {
    await app.tap('定位');
    await app.waitText('getLocation:fail the api need ');
    await app.answer('getFuzzyLocation', { latitude: 31.5, longitude: 88 });
    await app.tap('定位');
    await app.waitText('31.5');
    await app.deny('getFuzzyLocation');
    await app.tap('定位');
    await app.waitText('getFuzzyLocation:fail auth deny');
  });

  test('calls are recorded, and a denied one is cancelled', async () => {
    await app.tap('打电话');
    await app.waitText('打了');
    expect(await app.calls('makePhoneCall')).toEqual([{ name: 'makePhoneCall', args: [{ phoneNumber: '12315' }] }]);
    await app.deny('makePhoneCall');
    await app.restart();
    await app.tap('打电话');
    await app.waitText('makePhoneCall:fail cancel');
  });

  test('files under USER_DATA_PATH outlive the launch', async () => {
    await app.tap('文件');
    await app.waitText('结果:,记下,readFileSync:fail');
    await app.restart();
    await app.tap('文件');
    await app.waitText('结果:note.txt,记下,readFileSync:fail');
  });

  test('a subscription needs a tap, and the person may say no', async () => {
    await app.tap('订阅');
    await app.waitText('结果:accept');
    await app.deny('requestSubscribeMessage');
    await app.tap('订阅');
    await app.waitText('结果:reject');
    await app.allow('requestSubscribeMessage');
    await app.restart({ path: 'pages/home/index?subscribe=1' });
    await app.waitText('requestSubscribeMessage:fail can only be invoked by user TAP gesture.');
  });

  test('a refused permission is given back in the settings, for good', async () => {
    await app.deny('getFuzzyLocation');
    await app.tap('定位');
    await app.waitText('getFuzzyLocation:fail auth deny');
    await app.tap('设置');
    await app.tap('大致位置信息');
    await app.tap('返回');
    await app.waitText('"scope.userFuzzyLocation":true');
    await app.restart();
    await app.tap('定位');
    await app.waitText('29.6525');
  });

  test('labels and roles reach a screen reader, and a tab carries its badge', async () => {
    await app.page.getByRole('button', { name: '读出来的名字' }).tap();
    await app.waitText('打了');
    await app.tap('角标');
    await app.page.getByRole('tab', { name: '列表 3' }).waitFor();
  });

  test('sharing, from the menu and from a button', async () => {
    expect(await app.share()).toEqual({ title: '来自menu', path: '/pages/home/index?x=1' });
    await app.tap('转发');
    await expect(app.shareTimeline()).rejects.toThrow('The page has no onShareTimeline');
    expect(await app.calls('shareAppMessage')).toMatchObject([{ args: [{ title: '来自button' }] }]);
  });
});

describe('the camera', () => {
  const path = 'packages/extra/pages/camera/index';

  test('reads codes in its mode, gives light, and stops in the background', async () => {
    await open({ path });
    await app.waitText('开了');
    await app.scan('ABCDE');
    await app.waitText('QR_CODE ABCDE');
    expect(await app.isTorchOn()).toBe(false);
    await app.tap('补光');
    await app.page.locator('wx-camera[flash=torch]').waitFor();
    expect(await app.isTorchOn()).toBe(true);
    await app.background();
    await app.foreground();
    await app.waitText('停了');
    await app.tap('拍照');
    await expect(app.scan('ABCDE')).rejects.toThrow('its mode is not scanCode');
  });

  test('refused, says so and sees nothing, until the person allows it in the settings', async () => {
    await open({ path: 'pages/home/index' });
    await app.deny('camera');
    await app.restart({ path });
    await app.waitText('insertCamera:fail auth deny');
    await expect(app.scan('ABCDE')).rejects.toThrow('the person refused it');
    await app.tap('设置');
    await app.tap('摄像头');
    await app.tap('返回');
    await app.tap('再开');
    await app.waitText('开了');
    await app.scan('ABCDE');
    await app.waitText('QR_CODE ABCDE');
  });
});
