"""Which origins an administrator may allow."""

from collections.abc import Iterable
from functools import cached_property

from publicsuffixlist import PublicSuffixList

from shared.domain.origins import OriginError, parse_origin, parse_wildcard
from shared.kernel.errors import ErrorCode, InvalidInput


class OriginRules:
    """Checks origins, with the list of suffixes under which strangers register names."""

    def checked(self, texts: Iterable[str], *, wildcards: bool) -> list[str]:
        """Return the origins as they are compared, each once, in the order given.

        Raises:
            InvalidInput: one is no origin, or a wildcard that was not consented to or that
                stands for names of strangers; ``detail`` is the text.
        """
        return list(dict.fromkeys(self._checked(text, wildcards=wildcards) for text in texts))

    def _checked(self, text: str, *, wildcards: bool) -> str:
        try:
            parent = parse_wildcard(text)
            if parent is None:
                return str(parse_origin(text))
        except OriginError as error:
            raise InvalidInput(ErrorCode.ORIGIN_UNUSABLE, detail=text[:100]) from error
        # ``publicsuffix`` of a domain is itself where everybody may register below it; a name
        # of one label is one too, whether the list has it or not.
        if not wildcards or self._suffixes.publicsuffix(parent.host) == parent.host:
            raise InvalidInput(ErrorCode.WILDCARD_UNUSABLE, detail=text[:100])
        scheme, _, rest = str(parent).partition("://")
        return f"{scheme}://*.{rest}"

    @cached_property
    def _suffixes(self) -> PublicSuffixList:
        # A tenth of a second to read: not before an administrator first asks for a wildcard.
        return PublicSuffixList()
