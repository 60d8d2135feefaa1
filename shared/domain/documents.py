"""What can be wrong with a document or a site that was given to learn from.

A trouble has a stable code, which is stored, and a sentence for people in both languages. It
belongs to the document, not to the request that brought it: that one was answered long before.
"""

from enum import StrEnum

from shared.domain.words import Locale

FILE_LIMIT = 20 * 1024 * 1024
"""Bytes of a document that may be uploaded or fetched."""


class DocumentTrouble(StrEnum):
    """Every code of a document's or a site's errors. Documented in docs/administration.md."""

    EMPTY = "document_empty"
    UNSUPPORTED = "document_unsupported"
    BROKEN = "document_broken"
    ENCRYPTED = "document_encrypted"
    IMAGES_ONLY = "document_images_only"
    UNSAFE = "document_unsafe"
    BOMB = "document_bomb"
    TOO_LARGE = "document_too_large"
    TOO_LONG = "document_too_long"
    TOO_MANY_PAGES = "document_too_many_pages"
    TOO_MANY_ROWS = "document_too_many_rows"
    TOO_MANY_CELLS = "document_too_many_cells"
    TOO_SLOW = "document_too_slow"
    TOO_HEAVY = "document_too_heavy"
    NO_ANSWERS = "document_no_answers"
    ROWS_SKIPPED = "rows_skipped"
    AGENT_UNKNOWN = "agent_unknown"
    READING_FAILED = "reading_failed"
    NOT_INDEXED = "document_not_indexed"
    URL_REFUSED = "url_refused"
    ADDRESS_PRIVATE = "address_private"
    HOST_UNKNOWN = "host_unknown"
    HOST_OTHER = "host_other"
    SITE_UNREACHABLE = "site_unreachable"
    SITE_FORBIDS = "site_forbids"
    SITE_EMPTY = "site_empty"
    SITEMAP_BROKEN = "sitemap_broken"
    PAGE_REFUSED = "page_refused"
    PAGE_TYPE = "page_type"
    REDIRECTS = "too_many_redirects"


_T = DocumentTrouble
_SENTENCES: dict[DocumentTrouble, tuple[str, str]] = {
    _T.EMPTY: (
        "В документе нет текста.",
        "The document has no text.",
    ),
    _T.UNSUPPORTED: (
        "Такие файлы не читаются. Подойдут PDF, DOCX, XLSX, CSV, HTML, Markdown и текст.",
        "Files of this kind cannot be read. Use PDF, DOCX, XLSX, CSV, HTML, Markdown or text.",
    ),
    _T.BROKEN: (
        "Файл повреждён. Откройте его в своей программе и сохраните заново.",
        "The file is damaged. Open it in its program and save it again.",
    ),
    _T.ENCRYPTED: (
        "Файл защищён паролем. Снимите защиту и загрузите его снова.",
        "The file is protected by a password. Remove it and upload the file again.",
    ),
    _T.IMAGES_ONLY: (
        "В PDF одни изображения. Распознайте текст и загрузите файл снова.",
        "The PDF holds only images. Recognise its text (OCR) and upload it again.",
    ),
    _T.UNSAFE: (
        "В файле есть небезопасные конструкции XML, он не прочитан.",
        "The file has unsafe XML in it and was not read.",
    ),
    _T.BOMB: (
        "Архив внутри файла разворачивается в слишком большой объём.",
        "The archive inside the file unpacks to far too much.",
    ),
    _T.TOO_LARGE: (
        "Файл больше 20 МБ. Разделите его на части.",
        "The file is larger than 20 MB. Split it.",
    ),
    _T.TOO_LONG: (
        "В документе слишком много текста. Разделите его на части.",
        "The document has too much text. Split it.",
    ),
    _T.TOO_MANY_PAGES: (
        "В документе слишком много страниц. Разделите его на части.",
        "The document has too many pages. Split it.",
    ),
    _T.TOO_MANY_ROWS: (
        "В таблице слишком много строк. Разделите её на части.",
        "The table has too many rows. Split it.",
    ),
    _T.TOO_MANY_CELLS: (
        "В таблице слишком много ячеек или слишком длинная ячейка. Разделите её на части.",
        "The table has too many cells, or too long a cell. Split it.",
    ),
    _T.TOO_SLOW: (
        "Чтение файла заняло слишком много времени и было прервано.",
        "Reading the file took too long and was stopped.",
    ),
    _T.TOO_HEAVY: (
        "Для чтения файла не хватило отведённой памяти.",
        "Reading the file took more memory than is allowed.",
    ),
    _T.NO_ANSWERS: (
        "В таблице не найдены вопросы и ответы: нужны два столбца.",
        "The table has no questions and answers: it needs two columns.",
    ),
    _T.ROWS_SKIPPED: (
        "Часть строк пропущена: в них нет вопроса или ответа.",
        "Some rows were left out: they have no question or no answer.",
    ),
    _T.AGENT_UNKNOWN: (
        "В таблице назван агент, которого нет; строки отданы агенту документа.",
        "The table names an agent that does not exist; its rows went to the document's agent.",
    ),
    _T.READING_FAILED: (
        "При чтении произошла ошибка на нашей стороне. Мы уже знаем о ней.",
        "Reading failed on our side. We know about it already.",
    ),
    _T.NOT_INDEXED: (
        "Документ пока не попал в поиск. Попытка повторится.",
        "The document could not be indexed yet. It is tried again.",
    ),
    _T.URL_REFUSED: (
        "Этот адрес не подходит: нужен http:// или https:// без имени и пароля, порт 80 или 443.",
        "This address cannot be used: http:// or https://, no user name, port 80 or 443.",
    ),
    _T.ADDRESS_PRIVATE: (
        "Адрес ведёт во внутреннюю сеть. Читаются только общедоступные сайты.",
        "The address leads into a private network. Only public sites are read.",
    ),
    _T.HOST_UNKNOWN: (
        "Сайт с таким именем не найден.",
        "There is no site of this name.",
    ),
    _T.HOST_OTHER: (
        "Страница перенаправляет на другой сайт.",
        "The page redirects to another site.",
    ),
    _T.SITE_UNREACHABLE: (
        "Сайт не отвечает.",
        "The site does not answer.",
    ),
    _T.SITE_FORBIDS: (
        "Сайт запрещает читать эти страницы (robots.txt).",
        "The site forbids reading these pages (robots.txt).",
    ),
    _T.SITE_EMPTY: (
        "На сайте не нашлось страниц, которые можно прочитать.",
        "No page was found on the site that can be read.",
    ),
    _T.SITEMAP_BROKEN: (
        "Карта сайта не читается.",
        "The sitemap cannot be read.",
    ),
    _T.PAGE_REFUSED: (
        "Сайт отказался отдать страницу.",
        "The site refused a page.",
    ),
    _T.PAGE_TYPE: (
        "По этому адресу не страница и не документ.",
        "What is at this address is neither a page nor a document.",
    ),
    _T.REDIRECTS: (
        "Слишком много перенаправлений.",
        "Too many redirects.",
    ),
}


def trouble_sentence(trouble: DocumentTrouble, locale: Locale) -> str:
    """Return what a person reads of ``trouble``."""
    russian, english = _SENTENCES[trouble]
    return russian if locale is Locale.RU else english


def trouble_of(error: str) -> DocumentTrouble:
    """Return the trouble of a stored error, ``code`` or ``code: detail``."""
    code = error.partition(":")[0]
    return DocumentTrouble(code) if code in set(DocumentTrouble) else DocumentTrouble.NOT_INDEXED
