/** What arrives at far firewalls, and the request to let it in: a chunk of its own. */
export const fetchArrivals = () => import('./Arrivals.tsx')
