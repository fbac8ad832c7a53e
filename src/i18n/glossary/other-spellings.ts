import type { Language } from '../language.ts'
import type { TermId } from './glossary.ts'

/**
 * How else a term is written out there. Whoever looks for one of these finds the term; nobody here
 * writes it so, and no catalogue does.
 */
export const OTHER_SPELLINGS: Readonly<
  Record<Language, Readonly<Partial<Record<TermId, readonly string[]>>>>
> = {
  en: {
    masquerade: ['masquerading', 'masq', 'hide NAT', 'PAT'],
    'non-masquerade': ['no-SNAT', 'not masqueraded'],
    drop: ['discard'],
    advertise: ['announce'],
  },
  ko: {
    packet: ['패켓'],
    flow: ['플로우', '플로'],
    source: ['송신지', '소스 주소', '소스 IP'],
    destination: ['도착지', '수신지'],
    pod: ['포드', '파드'],
    'config-map': ['컨피그맵', '구성 맵'],
    masquerade: ['마스커레이드', '매스커레이딩', '마스커레이딩', '마스쿼레이드'],
    'non-masquerade': ['비마스커레이드', '비 매스커레이드', '비 마스커레이드'],
    'default-snat': ['디폴트 SNAT'],
    'link-local': ['링크 로컬', '링크로컬'],
    conntrack: ['연결추적'],
    'ephemeral-port': ['동적 포트', '단명 포트'],
    advertise: ['공지', '애드버타이즈'],
    'on-premises': ['온프렘', '온 프레미스'],
    'load-balancer': ['부하 분산기', '로드밸런서'],
    drop: ['드롭', '드랍'],
    'time-out': ['타임아웃'],
  },
  ja: {
    source: ['発信元', '送り元', 'ソース アドレス'],
    destination: ['送信先', 'あて先'],
    pod: ['ポッド'],
    'node-pool': ['ノード プール'],
    cluster: ['クラスター'],
    'config-map': ['コンフィグマップ'],
    masquerade: ['マスカレーディング', 'マスカレイド', 'マスカレード化'],
    'non-masquerade': ['マスカレード対象外', 'マスカレード以外', '非マスカレイド'],
    'link-local': ['リンク ローカル'],
    mark: ['印を', '印の', '印です'],
    'ephemeral-port': ['一時ポート'],
    route: ['サブネット経路', 'デフォルト経路'],
    'static-route': ['静的経路'],
    'dynamic-route': ['動的経路'],
    advertise: ['広告'],
    firewall: ['ファイアーウォール', 'ファイヤーウォール'],
    ingress: ['イングレス'],
    egress: ['イーグレス'],
    'load-balancer': ['ロードバランサー', 'ロード バランサ', '負荷分散装置'],
    drop: ['ドロップ'],
    'time-out': ['時間切れ'],
  },
}
