"""What the lists of every app have in common."""

from wagtail.snippets.bulk_actions.delete import DeleteBulkAction
from wagtail.snippets.views.snippets import SnippetViewSet

from . import views


class ListViewSet(SnippetViewSet):
    """A list that some propose changes to and others decide on."""

    add_view_class = views.ListCreateView
    copy_view_class = views.ListCopyView
    edit_view_class = views.ListEditView
    delete_view_class = views.ListDeleteView
    create_template_name = "core/lists/create.html"
    edit_template_name = "core/lists/edit.html"
    delete_template_name = "core/lists/delete.html"


class OneByOne(DeleteBulkAction):
    """Takes the place of Wagtail's: rows of such a list go one by one, each by proposal and decision."""

    def check_perm(self, snippet: object) -> bool:
        is_list = isinstance(getattr(type(snippet), "snippet_viewset", None), ListViewSet)
        return not is_list and super().check_perm(snippet)
