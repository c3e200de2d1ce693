export const signup = {}
