"""The five criteria: small pure rules with codes, cures that were judged again, findings taken upon oneself."""

from smartgoal.criteria.acceptance import accept, fingerprint, is_accepted
from smartgoal.criteria.judge import judge

__all__ = ["accept", "fingerprint", "is_accepted", "judge"]
