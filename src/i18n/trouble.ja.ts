import { editIssuesJa } from './edit-trouble.ja.ts'
import { secondsOf } from './figures.ts'
import type { Messages } from './messages.ts'
import { param } from './param.ts'
import { cidr, code, type Sentence, say } from './sentence.ts'
import { warningsJa } from './warnings.ja.ts'
import { where } from './where.ts'
import { wrongValueJa } from './wrong-value.ja.ts'

export const issuesJa: Messages['issues'] = {
  ...warningsJa,
  'not-yaml': (i) => say`YAML として読み取れません: ${code(param(i, 'message'))}`,
  'not-a-scenario': (i) =>
    param(i, 'found') === '0'
      ? say`このテキストには ${code('kind: Scenario')} のドキュメントがありません。`
      : say`${code('kind: Scenario')} のドキュメントは 1 つでなければなりませんが、このテキストには ${param(i, 'found')} つあります。`,
  'unknown-field': (i) => say`${code(i.path)} はシナリオにないフィールドです。`,
  'wrong-value': wrongValueJa,
  'text-too-long': (i) =>
    say`${where(i)}テキストが長すぎます。${param(i, 'most')} 文字以内にしてください。`,
  'missing-field': (i) => say`${code(i.path)} がありません。`,
  'bad-address': (i) => say`${where(i)}${code(param(i, 'text'))} は IP アドレスではありません。`,
  'bad-range': (i) =>
    param(i, 'aligned') === ''
      ? say`${where(i)}${code(param(i, 'text'))} は ${cidr('10.0.0.0/8')} のような範囲ではありません。`
      : say`${where(i)}${code(param(i, 'text'))} は、この大きさの範囲の先頭アドレスではありません。正しい範囲は ${cidr(param(i, 'aligned'))} です。`,
  'unknown-name': (i) =>
    param(i, 'known') === ''
      ? say`${where(i)}${code(param(i, 'name'))} という名前はありません。`
      : say`${where(i)}${code(param(i, 'name'))} という名前はありません。使える名前: ${code(param(i, 'known'))}`,
  'duplicate-name': (i) => say`${where(i)}${code(param(i, 'name'))} が 2 回使われています。`,
  'destination-empty': () =>
    say`宛先を入力してください。IP アドレスまたはエンドポイント名が使えます。`,
  'destination-not-an-address': (i) =>
    say`${code(param(i, 'text'))} は IP アドレスではなく、構成図にある名前でもありません。`,
  'destination-other-family': (i) =>
    say`宛先は IPv${param(i, 'family')} ですが、${code(param(i, 'name'))} には IPv${param(i, 'family')} アドレスがありません。`,
  'destination-itself': (i) =>
    say`${code(param(i, 'text'))} は ${code(param(i, 'name'))} 自身です。このようなパケットは Pod の外に出ないため、ノードのルールを通りません。`,
  'destination-many': (i) =>
    say`${code(param(i, 'text'))} はマルチキャストまたはブロードキャストのアドレスです。1 台のホストのアドレスを入力してください。`,
  'bad-port': (i) =>
    say`${code(param(i, 'port'))} はポートではありません。ポートは 1 から 65535 までの整数です。`,
  'sender-empty': () => say`送信元を選んでください。Pod、ノード、ホストのいずれかです。`,
  'sender-loose': (i) =>
    say`${code(param(i, 'at'))} を直すまで、${code(param(i, 'name'))} からは何も送れません。`,
  'destination-loose': (i) =>
    say`${code(param(i, 'at'))} を直すまで、${code(param(i, 'name'))} には何も届きません。`,
  'unknown-sender': (i) => say`${code(param(i, 'name'))} という Pod、ノード、ホストはありません。`,
  'source-address-elsewhere': (i) =>
    param(i, 'known') === ''
      ? say`${code(param(i, 'text'))} は ${code(param(i, 'name'))} のアドレスではないため、そこのプロセスはバインドできません。`
      : say`${code(param(i, 'text'))} は ${code(param(i, 'name'))} のアドレスではないため、そこのプロセスはバインドできません。持っているアドレスは ${code(param(i, 'known'))} です。`,
  'bad-icmp-type': (i) =>
    say`${code(param(i, 'value'))} は ICMP のタイプではありません。タイプは 0 から 255 までの整数です。`,
  'too-large': () => say`テキストが大きすぎるため、ここでは読み取れません。`,
  'too-deep': (i) =>
    say`${String(i.line ?? 1)} 行目から値の入れ子が ${param(i, 'limit')} 段を超えているため、ここでは読み取れません。`,
  'manual-rule-refused': (i) =>
    say`${where(i)}${String(i.line ?? 1)} 行目はノードで拒否されます: ${code(param(i, 'message'))}`,
  'manual-rule-unknown': (i) =>
    say`${where(i)}${String(i.line ?? 1)} 行目は除外しました。${code(param(i, 'message'))} は、ノードのツールで使えるとしても、ここではサポートされていません。`,
  'manifests-refused': (i) =>
    say`${where(i)}クラスタがこのマニフェストを拒否しました。${code(param(i, 'message'))}`,
  ...editIssuesJa,
}

const KEPT = '入力した内容はそのまま残っています。'

export const faultsJa: Messages['faults'] = {
  'engine-threw': (f) =>
    say`エンジンがこの入力を処理できませんでした。入力ではなく、このページの不具合です。${KEPT} ${code(f.message)}`,
  'engine-stuck': (f) =>
    say`エンジンが ${secondsOf(f.afterMs)} 秒間応答しなかったため、再起動しました。${KEPT}`,
  'engine-gone': () => say`エンジンが停止しました。次の変更時に再起動します。${KEPT}`,
}

const OWN_WORK: Sentence = ['作業中の内容はそのままです。']

export const linkIssuesJa: Messages['linkIssues'] = {
  'newer-version': (i) =>
    say`このページより新しいバージョンで作られたリンクです(リンクのバージョン ${i.version}、現在 ${i.known})。ページを再読み込みしてから開き直してください。${OWN_WORK}`,
  cut: () => say`リンクの末尾が欠けています。改行を入れずに全体をコピーしてください。${OWN_WORK}`,
  'double-encoded': () =>
    say`リンクは途中で二重にエンコードされていましたが、読み取ることができました。`,
  unreadable: () =>
    say`リンクを読み取れません。このページのリンクではないか、内容が変更されています。${OWN_WORK}`,
  'too-large': (i) =>
    say`展開すると ${Math.round(i.limit / 1024)} KiB を超えるリンクのため、開きませんでした。${OWN_WORK}`,
  invalid: (i) =>
    i.salvaged
      ? say`リンクの ${code(i.path)} は正しい値ではないため除外し、残りを開きました。`
      : say`リンクの ${code(i.path)} は正しい値ではないため、開きませんでした。${OWN_WORK}`,
}
