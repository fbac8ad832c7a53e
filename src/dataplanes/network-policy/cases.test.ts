/// <reference types="node" />
import { testWorkedCases } from '../../scenario/fixtures/worked-cases.ts'

testWorkedCases(import.meta.dirname, 'cases.yaml')
