/// <reference types="node" />
import { testWorkedCases } from './fixtures/worked-cases.ts'

testWorkedCases(import.meta.dirname, 'firewall-cases.yaml')
