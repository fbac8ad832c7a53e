import type { AllFlowsWords } from './all-flows-words.ts'

export const allFlowsJa: AllFlowsWords = {
  all: 'すべて同時に',
  title: '構成図上のフロー',
  again: 'すべて再送信',
  at: (outcome, place) => `${place} で${outcome}`,
  only: (number, flow, outcome) => `${number}: ${flow}、${outcome}。このフローだけを表示`,
}
