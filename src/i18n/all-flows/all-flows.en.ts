import type { AllFlowsWords } from './all-flows-words.ts'

export const allFlowsEn: AllFlowsWords = {
  all: 'All at once',
  title: 'Flows on the map',
  again: 'Send all again',
  at: (outcome, place) => `${outcome} at ${place}`,
  only: (number, flow, outcome) => `${number}: ${flow}, ${outcome}. Show this flow alone`,
}
