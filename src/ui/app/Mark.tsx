/** The page's sign: what is round on one side leaves square on the other. */
export function Mark() {
  return (
    <svg className="mark" width="28" height="16" viewBox="0 0 28 16" fill="none" aria-hidden="true">
      <path d="M12 8h5" stroke="var(--quiet)" strokeWidth="2" />
      <circle cx="7" cy="8" r="5" stroke="var(--pod)" strokeWidth="2" />
      <rect x="17" y="3" width="10" height="10" stroke="var(--node)" strokeWidth="2" />
    </svg>
  )
}
