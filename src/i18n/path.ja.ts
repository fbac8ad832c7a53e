import type { PathWords } from './path-words.ts'
import { code, say } from './sentence.ts'

export const pathJa: PathWords = {
  title: '質問でたどる経路',
  steps: {
    node: { name: 'ノード', asks: 'パケットはノードを出ますか。その送信元は何ですか。' },
    'forward-route': { name: '往路', asks: '宛先へのルートはありますか。' },
    'egress-firewall': {
      name: '送信側ファイアウォール',
      asks: '送信側のファイアウォールは外へ出しますか。',
    },
    'second-translation': {
      name: '二段目の変換',
      asks: 'Cloud NAT、外部アドレス、アプライアンスが送信元をもう一度変えますか。',
    },
    'far-firewall': {
      name: '相手側ファイアウォール',
      asks: '相手側はこの送信元を受け入れますか。',
    },
    destination: { name: '宛先', asks: 'そのポートで応答するプロセスはありますか。' },
    'return-route': { name: '復路', asks: '応答が戻るルートはありますか。' },
    'return-state': {
      name: '応答の状態',
      asks: '応答は、接続を記憶している所へ戻りますか。',
    },
  },
  states: {
    passed: '通過',
    failed: '失敗',
    unknown: '確定不能',
    'not-needed': '不要',
    'not-reached': '未到達',
  },
  assumed: '通過 (仮定)',
  firstFailure: (step) => `最初に失敗するステップ: ${step}。`,
  notTold: 'シナリオに書かれておらず、結果を左右するもの:',
  missing: {
    chance: (m) => say`ノードのルールが ${code(m.of)} に委ねている確率。`,
    vpc: (m) => say`${code(m.of)} が属する VPC。`,
    'next-hop': (m) => say`ルートのネクストホップである ${code(m.of)} の定義。`,
    'far-network': (m) => say`${code(m.of)} の先のネットワーク。`,
    'far-ranges': (m) => say`${code(m.of)} の範囲。`,
    'nat-address': (m) => say`${code(m.of)} が選ぶアドレス。受け入れられるのはその一部だけです。`,
    'psc-address': (m) =>
      say`${code(m.of)} の先のプロデューサーから見える送信元。受け入れられるのは一部だけです。`,
  },
  seen: '実際に見える症状',
  symptoms: {
    'time-out': {
      connect: say`${code('connect()')} は待ち続けます。SYN への応答がないため、Linux は約 2 分間再送し、${code('Connection timed out')} で諦めます。`,
      open: say`確立済みの接続が止まります。送ったデータの確認応答が来ないため、Linux は約 15 分間再送し、${code('Connection timed out')} で諦めます。`,
      datagram: say`送信側には何も知らされません。待つのをやめるのはアプリケーション自身です。`,
      echo: say`エコー応答は届きません。`,
    },
    reset: {
      connect: say`${code('connect()')} は ${code('Connection refused')} で即座に失敗します。応答はありますが、拒否の応答です。`,
      open: say`確立済みの接続が ${code('Connection reset by peer')} で即座に切れます。`,
      datagram: say`ICMP エラーが即座に返り、ソケットの次の呼び出しが ${code('Connection refused')} で失敗します。`,
      echo: say`ICMP エラーが即座に返ります。`,
    },
  },
}
