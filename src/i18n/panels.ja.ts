import { builtinsJa } from './builtins.ja.ts'
import type { PanelText } from './panels.en.ts'
import { address, cidr, code, say } from './sentence.ts'
import { settingsJa } from './settings.ja.ts'

export const panelsJa: PanelText = {
  inspector: {
    liesIn: 'この範囲に含まれる',
    everyPacket: 'すべてのパケットに一致',
    allConditions: 'すべての条件に一致',
    goesOnIn: (chain) => say`${code(chain)} で続行`,
    notYetTried: '未照合',
    moreNotMatched: (count) => `ほか ${count} 個、すべて不一致`,
    moreNotReached: (count) => `ほか ${count} 個、未到達`,
    back: (chain, line) =>
      say`${code('RETURN')} は ${code('ACCEPT')} ではありません。${code(chain)} に戻り、ルール ${line} から続けます`,
    backAtEnd: (chain) =>
      say`${code('RETURN')} は ${code('ACCEPT')} ではありません。${code(chain)} の最後のルールの後に戻ります`,
    ranOut: (from, chain) => say`${code(from)} の終わり: ${code(chain)} に戻ります`,
    policyLast: (policy) =>
      say`デフォルト ポリシー ${code(policy)}: 現在の状態のままチェーンを出ます`,
    policyNotReached: (policy) => say`デフォルト ポリシー ${code(policy)}: 未到達`,
    notEntered: (chain, rules) => say`${code(chain)} には入りませんでした(${rules})`,
    line: '行',
    fromLine: (line) => `${line} 行目`,
    goToLine: (line) => `ConfigMap の ${line} 行目を表示`,
    headerTitle: '変換前後のヘッダー',
    packetTitle: '各ホップのヘッダー',
    hop: 'ホップ',
    goToHop: (hop) => `${hop} でのパケットを表示`,
    noEntry: 'フローが確定していないため、conntrack エントリは残りません。',
    replyBack: (seen, sender) =>
      say`${address(seen)} 宛ての応答は ${address(sender)} に戻されます。`,
    replySame: 'このノードでは何も変換していないため、応答はそのまま通過します。',
  },
  try: {
    findFixes: {
      why: () => say`何が止めているのか、どんな小さな変更で解決するのかを探してみましょう。`,
      act: '対処を探す',
    },
    masqLinkLocal: {
      why: (to) =>
        say`${address(to)} にノードのアドレスを見せてみましょう。リンクローカルのマスカレードをオンにします。`,
      act: 'オンにする',
    },
    sendTo: {
      why: (to) => say`次のパケットを ${address(to)} に送って比べてみましょう。`,
      act: '送信',
    },
  },
  controls: {
    agentRuns: 'エージェント動作中',
    noAgent: 'エージェントなし',
    refused: '拒否',
    unread: '読まれません',
    unreadableText: 'テキストを解釈できません',
    destinationHint:
      '例: 10.2.1.100:443、[2001:db8::1]:443、またはエンドポイント名。Enter で送信します。',
    builtins: builtinsJa.titles,
    builtinGroups: builtinsJa.groups,
  },
  editor: {
    hint: 'Tab でインデントします。キーボードで抜けるには Escape の後に Tab を押します。',
    reset: 'シナリオの下書きに戻す',
    keptRanges: '送信元を維持する宛先',
    noneKept: 'なし: どの宛先にもノードのアドレスが見えます。',
    linkLocalKept: (range) => say`${cidr(range)} も送信元を維持します。`,
    linkLocalMasqueraded: (range) => say`${cidr(range)} はマスカレードされます。`,
    noAgent: 'なし: エージェントが動作していません。',
    decidedHere: 'このパケットを決定',
    notes: '知っておくとよいこと',
    loading: 'エディタを読み込んでいます。入力はすでに可能です。',
  },
  settings: settingsJa,
  share: {
    about:
      'リンクには、シナリオ、入力したままの ConfigMap、フロー、表示中のステップが含まれます。開くと同じ画面が表示されます。',
  },
}
