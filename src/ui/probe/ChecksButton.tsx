import { lazy, Suspense } from 'react'
import { askChecks, useProbes } from '../../store/probes.ts'
import { Button } from '../kit/Button.tsx'
import { fetchChecks } from './fetch-checks.ts'
import { useProbeWords } from './use-probe-words.ts'

const Checks = lazy(() => fetchChecks().then((chunk) => ({ default: chunk.Checks })))

/** Writes down how one sees the same on a real cluster. */
export function ChecksButton() {
  const words = useProbeWords()
  const checks = useProbes((state) => state.checks)
  return (
    <>
      <Button data-of="checks" onClick={() => void askChecks()}>
        {words.check}
      </Button>
      {checks === null ? null : (
        <Suspense>
          <Checks checks={checks} />
        </Suspense>
      )}
    </>
  )
}
