/**
 * What somebody agrees to who signs up. `version` goes with every sign-up and stands in the campaign's content, too:
 * whoever changes a sentence here changes both.
 */
export const privacy = {
  version: '2026-11',
  title: '报名隐私说明',
  versionLabel: (version: string) => `版本 ${version}`,
  parts: [
    [
      '我们收集什么',
      '只收集报名表上你自己填写的内容：姓名、手机号、人数；培训和小组发表还包括单位名称、统一社会信用代码和课题。从不收集身份证号，从不收费。',
    ],
    ['用来做什么', '只用来办理这一次报名：确认名额、核对凭证、在活动变动时联系你。不用于广告，不转给别人。'],
    ['谁能看到', '只有这场活动的主办单位。内容加密保存，不写入日志。'],
    ['保存多久', '活动结束 30 天后自动删除个人内容，只留下人数统计。取消报名后名额马上让出。'],
    ['你可以做什么', '随时可以在这里查看我们保存的全部内容，也可以全部删除。删除后，你的报名会一起取消。'],
    ['在这部手机上', '为了下次少填，这部手机会记住你的联系方式，没有提交的内容也暂时留在这部手机上，都可以清除。'],
  ],
  mine: '我的信息',
  row: '隐私与我的信息',
  rowText: '查看、导出或删除',
  export: '导出我的信息',
  exportText: '复制成文字，可以粘贴到任何地方保存',
  exported: '已复制，可以粘贴保存',
  forget: '清除这部手机上的填写记录',
  forgetText: '记住的联系方式和没有提交的内容',
  forgotten: '已清除',
  erase: '删除我的全部信息',
  eraseText: '服务器和这部手机上的都会删除，报名一起取消',
  eraseTitle: '删除全部信息？',
  eraseQuestion: '所有报名会取消，名额马上让出，不能恢复。',
  eraseYes: '全部删除',
  eraseNo: '不删除',
  erased: '已全部删除',
  nothing: '没有保存你的任何信息',
  offline: '没有网络，请连上网再试',
  failed: '没有成功，请稍后再试',
} as const;
