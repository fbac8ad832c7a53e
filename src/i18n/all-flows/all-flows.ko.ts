import type { AllFlowsWords } from './all-flows-words.ts'

export const allFlowsKo: AllFlowsWords = {
  all: '모두 동시에',
  title: '구성도의 흐름',
  again: '모두 다시 보내기',
  at: (outcome, place) => `${place}에서 ${outcome}`,
  only: (number, flow, outcome) => `${number}: ${flow}, ${outcome}. 이 흐름만 보기`,
}
