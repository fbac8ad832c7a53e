import type { ReactNode } from 'react'
import { Icon } from '../../kit/icons.tsx'

/** The signs that debuggers share: an arrow, and the dot that it goes into, out of or over. */
const StepIcon = ({ children }: { readonly children: ReactNode }) => (
  <Icon>
    {children}
    <circle cx="8" cy="13" r="1.6" fill="currentColor" stroke="none" />
  </Icon>
)

export const IntoIcon = () => (
  <StepIcon>
    <path d="M8 1.5v7.4M4.9 5.9 8 9l3.1-3.1" />
  </StepIcon>
)

export const BackOutIcon = () => (
  <StepIcon>
    <path d="M8 9.2V1.8M4.9 4.9 8 1.8l3.1 3.1" />
  </StepIcon>
)

export const OverIcon = () => (
  <StepIcon>
    <path d="M2.2 9.2C3 5.4 5.2 3.6 8 3.6c2.6 0 4.6 1.5 5.6 4.4M13.9 4.2v4h-4" />
  </StepIcon>
)

export const BesideIcon = () => (
  <Icon>
    <rect x="2" y="2.5" width="12" height="11" rx="1.5" />
    <path d="M2 8h12" />
  </Icon>
)
